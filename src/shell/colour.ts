import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from 'chalk';
import type { Tone } from '../model/block.ts';
import { inkOn } from '../model/ink.ts';
import type { Paints } from './terminal.ts';

/** The colours that stdout and stderr have; in a terminal that has none, the text as it is. */
export function paints(): Paints {
  const on = (chalk: ChalkInstance) => (text: string, tone: Tone) => colour(chalk, tone)(text);
  return {
    out: on(new Chalk({ level: supportsColor === false ? 0 : supportsColor.level })),
    err: on(new Chalk({ level: supportsColorStderr === false ? 0 : supportsColorStderr.level })),
  };
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
