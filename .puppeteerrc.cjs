// Installing this package must never download a browser: `lem` uses one that is already there (see `lem doctor`).
module.exports = { skipDownload: true };
