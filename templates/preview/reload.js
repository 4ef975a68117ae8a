// Stands in a page only while lem preview serves it: loads it anew when what it shows has changed.
(() => {
  const { mark } = document.currentScript.dataset;
  const page = decodeURIComponent(location.pathname);
  let stream = null;
  let failures = 0;
  const listen = () => {
    // A hidden page does not listen: a browser opens only a few connections to one place. It asks again once it is seen.
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (stream === null) {
      stream = new EventSource(`/events?${new URLSearchParams({ page, mark })}`);
      stream.addEventListener('reload', () => {
        stream.close();
        location.reload();
      });
      stream.addEventListener('open', () => ended((failures = 0)));
      // The first may be the end of the page itself; it tries again within a second.
      stream.addEventListener('error', () => ended(++failures));
    }
  };
  const ended = (times) => document.documentElement.classList.toggle('lem-ended', times > 1);
  document.addEventListener('visibilitychange', listen);
  addEventListener('load', listen);
})();
