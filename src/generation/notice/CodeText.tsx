/** Plain text in which what stands between backticks is code. No markup of the text is obeyed: it may come from a server. */
export function CodeText({ children }: { children: string }) {
	return (
		children
			.split(/`([^`]+)`/)
			// biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
			.map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))
	);
}
