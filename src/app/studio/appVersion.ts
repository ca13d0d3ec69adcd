/** The version that the page's server tells of itself; `static` for a bare copy, `unknown` when it does not answer. */
export async function appVersion(): Promise<string> {
	try {
		const answer = await fetch(new URL('wan-ati.json', document.baseURI), { cache: 'no-store' });
		const { version } = (await answer.json()) as { readonly version?: unknown };
		return typeof version === 'string' ? version : 'unknown';
	} catch {
		return 'unknown';
	}
}
