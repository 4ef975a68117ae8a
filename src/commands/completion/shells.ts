/** A shell that lem completes for. */
export interface Shell {
  readonly title: string;
  /** Its script, in the package. */
  readonly script: string;
  /** The file that it reads when it starts. */
  readonly startsWith: string;
  /** The line to add there. */
  readonly line: string;
}

/** By the name that `lem completion` takes. */
export const SHELLS: { readonly [name: string]: Shell } = {
  bash: {
    title: 'bash, also Git Bash',
    script: 'templates/completion/lem.bash',
    startsWith: '~/.bashrc',
    line: 'eval "$(lem completion bash)"',
  },
  zsh: {
    title: 'zsh',
    script: 'templates/completion/lem.zsh',
    startsWith: '~/.zshrc',
    line: 'eval "$(lem completion zsh)"',
  },
  fish: {
    title: 'fish',
    script: 'templates/completion/lem.fish',
    startsWith: '~/.config/fish/config.fish',
    line: 'lem completion fish | source',
  },
  powershell: {
    title: 'PowerShell',
    script: 'templates/completion/lem.ps1',
    startsWith: '$PROFILE',
    line: 'lem completion powershell | Out-String | Invoke-Expression',
  },
};
