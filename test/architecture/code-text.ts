/** A literal of a source text, without its quotes. Templates keep their `${` holes. */
export interface Literal {
  kind: 'string' | 'template';
  text: string;
  offset: number;
}

const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|`(?:[^`\\]|\\[\s\S])*`|\/(?<=(?:^|[=(,:;!&|?[{}]|=>|return)\s*\/)(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;

/** The source with every comment blanked, so that offsets and lines stay. */
export function withoutComments(text: string): string {
  return text.replace(TOKENS, (token) =>
    token.startsWith('//') || token.startsWith('/*') ? token.replaceAll(/[^\n]/g, ' ') : token,
  );
}

/** Every string and template literal. Strings inside the holes of a template are found too. */
export function literals(text: string, base = 0): Literal[] {
  return [...text.matchAll(TOKENS)].flatMap((match): Literal[] => {
    const token = match[0];
    const offset = base + match.index;
    const quote = token.charAt(0);
    if (quote === '`')
      return [{ kind: 'template', text: token.slice(1, -1), offset }, ...holes(token, offset)];
    return quote === "'" || quote === '"' ? [{ kind: 'string', text: token.slice(1, -1), offset }] : [];
  });
}

function holes(token: string, offset: number): Literal[] {
  return [...token.matchAll(/\$\{([^}]*)\}/g)].flatMap((hole) =>
    literals(hole[1] ?? '', offset + hole.index + 2),
  );
}
