/**
 * The ComfyUI that may serve a page, without a slash at the end: what is before `/extensions/` where a custom node's folder
 * holds it (a proxy may give ComfyUI a path of its own), else the root of its host.
 */
export function serverOfPage(pageUrl: string): string {
	const { origin, pathname } = new URL(pageUrl);
	const below = pathname.lastIndexOf('/extensions/');
	return origin + (below === -1 ? '' : pathname.slice(0, below));
}
