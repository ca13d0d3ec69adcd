/** What an imported workflow may cost. Real ones stay far below: the largest official template has 121 nodes. */
export const conversionLimits = {
	/** Bytes of a file, and of the text inside a picture or video. */
	bytes: 32 * 1024 * 1024,
	/** Lists and objects inside each other. */
	jsonDepth: 64,
	/** Nodes after every subgraph instance is expanded. */
	nodes: 20_000,
	/** Subgraph instances inside each other. */
	instanceDepth: 16,
} as const;
