import type { LiveNode, Widget } from './liveGraph.ts';

/**
 * ComfyUI's CustomCombo: the page adds the index of the choice, and options that grow as they are filled in. All are
 * sent, though object_info declares only `choice`.
 */
export function addCustomOptions(node: LiveNode): void {
	const [choice] = node.widgets;
	if (!choice) return;
	const options = (): readonly Widget[] => node.widgets.slice(2);
	node.widgets.push({
		name: 'index',
		value: -1,
		takesSlot: true,
		inPrompt: true,
		compute: (chosen = choice.value) => options().findIndex((option) => option.value === chosen),
	});
	const addOption = (): void => {
		const option: Widget = {
			name: `option${node.widgets.length - 1}`,
			value: '',
			takesSlot: true,
			inPrompt: true,
			onSet: (value) => {
				const last = node.widgets.at(-1);
				if (last === option) {
					if (value && node.widgets.length < mostWidgets) addOption();
				} else if (!value && node.widgets.at(-2) === option && !last?.value) node.widgets.pop();
			},
		};
		node.widgets.push(option);
	};
	addOption();
}

/** A file's list is finite, so is this. */
const mostWidgets = 10_000;
