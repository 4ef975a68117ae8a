import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignatureChecked, Signed, SshKeys } from '../world.ts';

/** Keeps a signature for one purpose from counting for another (ssh-keygen(1), -Y). */
const NAMESPACE = 'lem-submission';

/** Signatures with ordinary SSH keys, made and checked by ssh-keygen. */
export const sshKeys: SshKeys = { sign, check };

/**
 * Signs a text. ssh-keygen asks for the key's passphrase itself where it has one.
 * @param key the path of a private key, or of a public one whose private half an agent holds
 */
async function sign(text: Uint8Array, key: string): Promise<Signed> {
  const { code, out, err } = await keygen(['-Y', 'sign', '-q', '-n', NAMESPACE, '-f', key], text);
  if (code === null) return { state: 'none', message: 'ssh-keygen is not there.', remedy: 'Install OpenSSH.' };
  if (code === 0 && out.startsWith('-----BEGIN SSH SIGNATURE-----')) return { state: 'signed', signature: out };
  return {
    state: 'none',
    message: `ssh-keygen could not sign with this key (${firstLine(err) || `it ended with ${code}`}).`,
    remedy: 'Name a private key after --sign, such as ~/.ssh/id_ed25519.',
  };
}

/**
 * Checks a signature of a text.
 * @param signers the path of a list of trusted signers, as git's gpg.ssh.allowedSignersFile; null for none
 */
async function check(text: Uint8Array, signature: string, signers: string | null): Promise<SignatureChecked> {
  const folder = mkdtempSync(join(tmpdir(), 'lem-signature-'));
  try {
    const file = join(folder, 'manifest.sig');
    writeFileSync(file, signature, { mode: 0o600 });
    const sound = await keygen(['-Y', 'check-novalidate', '-n', NAMESPACE, '-s', file], text);
    if (sound.code === null) return { state: 'untold', message: 'ssh-keygen is not there to check the signature.' };
    if (sound.code !== 0) return { state: 'bad' };
    const key = /\b(SHA256:[A-Za-z0-9+/]+)/.exec(sound.out)?.[1] ?? 'a key';
    if (signers === null) return { state: 'unknown', key };
    const found = await keygen(['-Y', 'find-principals', '-s', file, '-f', signers], text);
    const [identity = ''] = found.out.split('\n');
    if (found.code !== 0 || identity === '') return { state: 'unknown', key };
    const verified = await keygen(['-Y', 'verify', '-n', NAMESPACE, '-s', file, '-f', signers, '-I', identity], text);
    return verified.code === 0 ? { state: 'good', identity, key } : { state: 'unknown', key };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Answer {
  /** Null where there is no such program. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function keygen(words: readonly string[], input: Uint8Array): Promise<Answer> {
  return new Promise((settle) => {
    const child = spawn('ssh-keygen', words, { windowsHide: true });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.err += chunk.toString('utf8');
    });
    child.on('error', () => settle({ code: null, ...said }));
    child.on('close', (code) => settle({ code: code ?? -1, ...said }));
    child.stdin.on('error', () => undefined); // it may end before it has read all
    child.stdin.end(input);
  });
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim().replace(/[.\r]+$/, '');
}
