/** A roadmap in the shape of real ones: sections of ten, chains by id, weekends left out. */
export function roadmap(tasks: number, padding = ''): string {
  const lines = ['gantt', '  dateFormat YYYY-MM-DD', '  excludes weekends'];
  for (let i = 0; i < tasks; i++) {
    if (i % 10 === 0) lines.push(`  section Milestone ${i / 10}`);
    const start = i % 10 === 0 ? '2024-01-15' : `after task-${i - 1}${i % 7 === 0 ? ` task-${i - 3}` : ''}`;
    lines.push(
      `    Deliverable ${i}${padding} : ${i % 5 === 0 ? 'crit, ' : ''}task-${i}, ${start}, ${1 + (i % 9)}d`,
    );
  }
  return lines.join('\n');
}
