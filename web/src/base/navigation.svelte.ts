/** Where we are. Plain links work: a click on one of our own addresses changes the page without loading it anew. */
let address = $state(typeof location === 'undefined' ? '/' : location.pathname);
let query = $state.raw(new URLSearchParams(typeof location === 'undefined' ? '' : location.search));

export const here = {
  get path(): string {
    return address;
  },
  get query(): URLSearchParams {
    return query;
  },
};

function arrive(): void {
  address = location.pathname;
  query = new URLSearchParams(location.search);
}

export function go(target: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', target);
  else history.pushState(null, '', target);
  arrive();
  if (!options.replace) window.scrollTo(0, 0);
}

/** Addresses the server draws itself; a click on them leaves the app. */
const server = /^\/(api|openrosa|feeds|files|public)\//;

function clicked(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || server.test(url.pathname)) return;
  if (url.hash && url.pathname === location.pathname) return;
  event.preventDefault();
  go(url.pathname + url.search);
}

export function startNavigation(): void {
  window.addEventListener('popstate', arrive);
  document.addEventListener('click', clicked);
}
