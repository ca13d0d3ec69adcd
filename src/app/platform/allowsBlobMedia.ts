/**
 * Whether a page under these policies may play a video from memory. Source: CSP Level 3, media-src falls back to default-src;
 * several policies, parted by commas, all hold.
 * @param header Null: no policy.
 */
export const allowsBlobMedia = (header: string | null): boolean =>
	(header ?? '').split(',').every((policy) => {
		const directives = new Map(
			policy.split(';').map((directive) => {
				const [name = '', ...sources] = directive.trim().toLowerCase().split(/\s+/);
				return [name, sources] as const;
			}),
		);
		const sources = directives.get('media-src') ?? directives.get('default-src');
		return sources === undefined || sources.includes('blob:');
	});
