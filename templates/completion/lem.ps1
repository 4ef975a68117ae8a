# Completion of lem for PowerShell. `lem completion` says how it is set up.

Register-ArgumentCompleter -Native -CommandName lem -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $at = $wordToComplete.Trim('"', "'")
    $before = @(
        $commandAst.CommandElements |
            Select-Object -Skip 1 |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
            ForEach-Object {
                if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
                else { $_.Extent.Text }
            } |
            ForEach-Object { $_ -replace '^~(?=[/\\])', $HOME }
    )
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $lines = @(& lem complete "--at=$at" @before 2>$null)
    }
    finally {
        [Console]::OutputEncoding = $encoding
    }

    # Without an answer, PowerShell completes paths; with an empty one, nothing.
    if ($lines.Count -gt 0 -and $lines[0] -in ':files', ':folders') { return }
    if ($lines.Count -eq 0) { return '' }
    foreach ($line in $lines) {
        $word, $note = $line -split "`t", 2
        if (-not $note) { $note = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $note)
    }
}
