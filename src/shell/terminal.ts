import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from 'chalk';
import type { Block, Line, Tone } from '../model/block.ts';
import { inkOn } from '../model/ink.ts';
import { harmless, visible } from '../model/visible.ts';
import type { Stream } from './stream.ts';

/** Prints blocks, people's lines in colour where that is wanted; no control character of a file reaches the terminal. */
export function printer(out: Stream, err: Stream, env: { readonly [name: string]: string | undefined }) {
  const plain = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const chalks = {
    out: new Chalk({ level: plain ? 0 : supportsColor === false ? 0 : supportsColor.level }),
    err: new Chalk({ level: plain ? 0 : supportsColorStderr === false ? 0 : supportsColorStderr.level }),
  };
  return (block: Block): void => {
    if (block.kind === 'json') out.write(`${harmless(JSON.stringify(block.value, null, 2))}\n`);
    else if (block.kind === 'text') out.write(block.text);
    else {
      const chalk = chalks[block.to];
      const text = block.lines.map((line) => `${lineText(line, chalk).trimEnd()}\n`).join('');
      (block.to === 'out' ? out : err).write(text);
    }
  };
}

function lineText(line: Line, chalk: ChalkInstance): string {
  if (typeof line === 'string') return visible(line);
  return line
    .map((run) => (typeof run === 'string' ? visible(run) : colour(chalk, run.tone ?? 'plain')(visible(run.text))))
    .join('');
}

function colour(chalk: ChalkInstance, tone: Tone): (text: string) => string {
  if (typeof tone === 'object') {
    const filled = chalk.level === 1 ? chalk[basicFill(tone.fill)].black : chalk.bgHex(tone.fill).hex(inkOn(tone.fill));
    return (text) => filled.bold(text);
  }
  switch (tone) {
    case 'plain':
      return (text) => text;
    case 'strong':
      return chalk.bold;
    case 'dim':
      return chalk.dim;
    case 'good':
      return chalk.green;
    case 'warn':
      return chalk.yellow;
    case 'bad':
      return chalk.red;
    case 'accent':
      return chalk.cyan;
  }
}

const HUES = [
  'bgRedBright',
  'bgYellowBright',
  'bgGreenBright',
  'bgCyanBright',
  'bgBlueBright',
  'bgMagentaBright',
] as const;

/** The nearest by hue of the few colours that every terminal has: by brightness, as chalk goes, a dark green would be black. */
function basicFill(fill: string): (typeof HUES)[number] | 'bgWhite' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 40) return 'bgWhite';
  const sixth =
    most === red ? (green - blue) / spread : most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  return HUES[Math.round(sixth + 6) % 6] ?? 'bgWhite';
}
