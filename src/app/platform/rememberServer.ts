/** Asks `serve` to name, or to forget, a ComfyUI in the policy of the page. @returns whether it did. */
export async function rememberServer(
	fetcher: typeof fetch,
	pageUrl: string,
	change: { readonly add: string } | { readonly remove: string },
): Promise<boolean> {
	try {
		const answer = await fetcher(new URL('wan-ati.json/servers', pageUrl).href, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(change),
		});
		return answer.ok;
	} catch {
		return false;
	}
}

/*
 * What the page was about to do when it had to be opened anew, for as long as the tab lives: a policy is fixed when a page
 * is opened.
 */
const key = 'wan-ati.connect';

/** Opens the page anew; `address` is then what the connection dialog begins with. */
export function reopenPage(address: string): void {
	try {
		sessionStorage.setItem(key, address);
	} catch {
		// Without storage the person types it again.
	}
	location.reload();
}

const onceKey = 'wan-ati.reopened';

/** Opens the page anew, but not a second time in a minute: where that does not help it would never end. */
export function reopenOnce(): void {
	try {
		const before = Number(sessionStorage.getItem(onceKey));
		if (Date.now() - before < 60_000) return;
		sessionStorage.setItem(onceKey, String(Date.now()));
	} catch {
		return;
	}
	location.reload();
}

/** The address that the dialog is to begin with, once. */
export function takeReopened(): string | undefined {
	try {
		const address = sessionStorage.getItem(key);
		sessionStorage.removeItem(key);
		return address ?? undefined;
	} catch {
		return undefined;
	}
}
