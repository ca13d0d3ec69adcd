import type { ComfyPlatform } from '#comfy/transport/platform.ts';

/** The browser's network, clock and chance, as the comfy and jobs rooms take them. Works on plain-http pages too. */
export const browserPlatform = (): ComfyPlatform => ({
	fetch: (input, init) => fetch(input, init),
	WebSocket,
	now: () => Date.now(),
	setTimeout: (callback, ms) => window.setTimeout(callback, ms),
	clearTimeout: (id) => window.clearTimeout(id),
	randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
	attention: {
		isHidden: () => document.visibilityState === 'hidden',
		subscribe(listener) {
			document.addEventListener('visibilitychange', listener);
			for (const event of wakingEvents) window.addEventListener(event, listener);
			return () => {
				document.removeEventListener('visibilitychange', listener);
				for (const event of wakingEvents) window.removeEventListener(event, listener);
			};
		},
	},
});

/** The network is back; the page comes out of the back-forward cache or from a frozen tab. */
const wakingEvents = ['online', 'pageshow', 'resume'] as const;
