import type { Draft } from './findProblems';
import { type Problem, problem } from './problem';

/** Front matter and directives that cannot be read. */
export function brokenHeadProblems({ source, rejection }: Draft): Problem[] {
  const found: Problem[] = [];
  const { frontMatter, unclosedDirective, displacedFrontMatter, configuration } = source;
  if (frontMatter?.error) {
    const { span, reason } = frontMatter.error;
    found.push(
      problem(
        'invalid-front-matter',
        span,
        `Mermaid refuses this chart: its front matter is not valid YAML (${reason}).`,
      ),
    );
  }
  if (displacedFrontMatter) {
    found.push(
      problem(
        'invalid-front-matter',
        displacedFrontMatter,
        'Mermaid refuses this chart: it reads front matter only where it is the very first line. Remove what stands before it.',
      ),
    );
  }
  if (configuration.refusal) {
    const { span, reason } = configuration.refusal;
    found.push(
      problem(
        span === frontMatter?.span ? 'invalid-front-matter' : 'invalid-directive',
        span,
        `Mermaid refuses this chart for its configuration: ${reason}.`,
      ),
    );
  }
  if (unclosedDirective) {
    const effect = rejection ? 'refuses this chart' : 'drops everything below it';
    found.push(
      problem(
        'invalid-directive',
        unclosedDirective,
        `This directive has no end, so Mermaid ${effect}. Close it with \`}%%\`.`,
      ),
    );
  }
  return found;
}
