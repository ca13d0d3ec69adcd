/** Whether this page is the editor in the dialog of ComfyUI's page, for one node of its workflow. */
export const isEmbedded = (): boolean =>
	window.parent !== window && new URLSearchParams(location.search).has('comfyui-node');
