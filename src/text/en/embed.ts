/** Texts of the editor in the dialog of ComfyUI's page. */
export const embed = {
	region: 'Workflow node',
	drawing: (id: string, title: string) =>
		title
			? `Drawing for node ${id} of the workflow: ${title}`
			: `Drawing for node ${id} of the workflow`,
	use: 'Use these tracks',
	cancel: 'Cancel',
	using: 'Writing the tracks into the node',
	noPicture: 'No start image is connected: this is squared paper of the node’s size.',
	pictureGone: (name: string) =>
		`${name} cannot be read: this is squared paper of the node’s size.`,
	unreadable: 'The node’s tracks could not be read. They stay as they are until you use others.',
	cutsLink: 'Its tracks come from another node; using these takes that link away.',
	changes: (what: string) => `Using these also sets ${what} of the node.`,
	fixed: (what: string) =>
		`${what} of the node come from other nodes and stay: the tracks would not fit. Undo that change, or change it there.`,
	size: (width: number, height: number) => `the size to ${width} × ${height}`,
	length: (length: number) => `the length to ${length}`,
	temperature: (value: number) => `temperature to ${value}`,
	topk: (value: number) => `top k to ${value}`,
	names: {
		width: 'Width',
		height: 'Height',
		length: 'Length',
		temperature: 'Temperature',
		topk: 'Top k',
	},
	notUsed: 'The tracks are not in the workflow',
	notUsedText: 'The node is gone. Export the tracks to keep them.',
};
