/**
 * Which of two ComfyUI versions is older: below 0 when `a` is. Numbers are compared part by part, a missing part is 0;
 * what follows them (`-dev`, `+git`) does not count. @returns undefined when one of them is no version.
 */
export function compareVersions(a: string, b: string): number | undefined {
	const [left, right] = [parts(a), parts(b)];
	if (!left || !right) return undefined;
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

const parts = (version: string): readonly number[] | undefined =>
	/^v?(\d+(?:\.\d+)*)/.exec(version.trim())?.[1]?.split('.').map(Number);
