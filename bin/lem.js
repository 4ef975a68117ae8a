#!/usr/bin/env node
import { main } from '../dist/main.js';

process.exitCode = await main(process.argv.slice(2));
// Nothing is left to do; where all is written, the user need not wait for Node to look around once more.
if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
