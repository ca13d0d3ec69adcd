/** What of a shot a foreign graph can take. Names and meanings as in `ShotValues`. */
export const bindingFields = [
	'image',
	'tracks',
	'prompt',
	'negative',
	'seed',
	'width',
	'height',
	'length',
	'fps',
	'steps',
	'cfg',
	'sampler',
	'scheduler',
	'shift',
	'temperature',
	'topk',
] as const;

export type BindingField = (typeof bindingFields)[number];

/** One input of one node. */
export interface Place {
	readonly node: string;
	readonly input: string;
}

/** Where the values of a shot go in one graph; a field without a place keeps what the graph says. */
export interface Binding {
	readonly places: Readonly<Record<BindingField, readonly Place[]>>;
	/** The node whose file is the result; undefined: whichever saves a video. */
	readonly output: string | undefined;
}

export const isSamePlace = (a: Place, b: Place): boolean =>
	a.node === b.node && a.input === b.input;
