import { type ComponentType, lazy, Suspense, useState } from 'react';

export type LazyPart<Props> = ComponentType<Props> & {
	/** Fetches the code ahead of need; rejects when it cannot be fetched. */
	load(): Promise<void>;
};

/**
 * A part of the window whose code travels by itself, so that the drawing does not wait for it: when it is first shown, or
 * earlier by `load`, and then it is there at once. While it travels nothing stands in its place.
 */
export function lazyPart<Props extends object>(
	importPart: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyPart<Props> {
	let loaded: ComponentType<Props> | undefined;
	const Travelling = lazy(importPart);
	// biome-ignore lint/correctness/noComponentHookFactories: called once for each part, when the module is read
	function Part(props: Props) {
		// The same for as long as it is shown: with another type React would begin it anew.
		const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Travelling);
		return (
			<Suspense fallback={null}>
				<Shown {...props} />
			</Suspense>
		);
	}
	return Object.assign(Part, {
		async load() {
			loaded = (await importPart()).default;
		},
	});
}
