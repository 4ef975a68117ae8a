/**
 * What a browser is started with, beyond what puppeteer says itself. No single measure keeps a document from the
 * network: these go with the page's own (scripts off, offline, nothing but data: let through).
 * @param sandboxed false only where the system can't give a sandbox, as for root
 */
export function browserArguments(sandboxed: boolean): readonly string[] {
  return [
    ...(sandboxed ? [] : ['--no-sandbox']),
    // Every connection goes to a port where nobody listens, those to this machine included.
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--dns-prefetch-disable',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-webgl',
    '--disable-gpu',
    '--no-default-browser-check',
    '--no-pings',
    // The same shapes of letters on every machine.
    '--font-render-hinting=none',
  ];
}
