const { commands, Uri, window } = require('vscode');

/** VS Code has no way to be told from outside to run a command, so an extension of its own does it. */
exports.activate = async () => {
  await window.showTextDocument(Uri.file(process.env.ROADMAP_GANTT_FILE));
  await commands.executeCommand('roadmapGantt.openPreviewToSide');
};
