import {
	type HostMessage,
	hostMessageSchema,
	type Said,
	type StudioMessage,
	say,
} from './embedMessages.ts';

/** The way to the page that holds this one. */
export interface HostLink {
	say(message: Said<StudioMessage>): void;
	/** The next message of one of these kinds; others that come meanwhile are dropped. */
	next<Kind extends HostMessage['kind']>(
		...kinds: readonly Kind[]
	): Promise<Extract<HostMessage, { kind: Kind }>>;
}

/**
 * @param page This window: only its parent, of the same origin, is listened to and spoken to; a message that does not fit the
 * schema was never sent.
 */
export function createHostLink(page: Window): HostLink {
	const { parent } = page;
	const { origin } = page.location;
	return {
		say: (message) => say(parent, origin, message),
		next: (...kinds) =>
			new Promise((resolve) => {
				const listen = (event: MessageEvent<unknown>) => {
					if (event.source !== parent || event.origin !== origin) return;
					const { data } = hostMessageSchema.safeParse(event.data);
					if (!data || !(kinds as readonly string[]).includes(data.kind)) return;
					page.removeEventListener('message', listen);
					resolve(data as Extract<HostMessage, { kind: (typeof kinds)[number] }>);
				};
				page.addEventListener('message', listen);
			}),
	};
}
