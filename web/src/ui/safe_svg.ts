/** An SVG drawing without anything that runs or loads: scripts, foreign content, event handlers, links elsewhere. */
export function safeSvg(source: string): SVGElement | null {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  const root = parsed.documentElement;
  if (!(root instanceof SVGElement) || parsed.querySelector('parsererror')) return null;
  for (const element of root.querySelectorAll('script, foreignObject, iframe, image, a, animate, set')) element.remove();
  for (const element of [root, ...root.querySelectorAll('*')])
    for (const { name, value } of [...element.attributes])
      if (name.startsWith('on') || (/^(xlink:)?href$/.test(name) && !value.startsWith('#'))) element.removeAttribute(name);
  return root;
}
