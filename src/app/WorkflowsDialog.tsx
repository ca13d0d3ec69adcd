import { useStore } from 'zustand';
import { useEditor } from '#editor/useEditor.ts';
import { useBindingText } from '#generation/workflow/useBindingText.ts';
import { WorkflowDialog } from '#generation/workflow/WorkflowDialog.tsx';
import { useToasts } from '#ui/controls/Toast.tsx';
import { useText } from '#ui/text/useText.tsx';
import type { Servers } from './hooks/useServers.ts';
import type { Studio } from './studio/createStudio.ts';

/** The workflows of this computer, and which one the shot runs in. */
export default function WorkflowsDialog({
	studio: { editor, workflows },
	servers: { chosen, client, info },
	onClose,
}: {
	readonly studio: Studio;
	readonly servers: Servers;
	onClose(): void;
}) {
	const t = useBindingText();
	const { app } = useText();
	const toasts = useToasts();
	const records = useStore(workflows);
	const used = useEditor(editor, ({ history }) => history.present.shot.workflow);
	const notSaved = () =>
		void toasts.show({ tone: 'error', title: app.header.notSaved, text: app.header.notSavedHint });
	return (
		<WorkflowDialog
			records={records}
			used={used}
			client={info.server.state === 'connected' ? client : undefined}
			serverName={chosen?.name}
			onClose={onClose}
			onUse={(workflow) => editor.dispatch(t.changed, [{ type: 'shot/set', patch: { workflow } }])}
			onKeep={(record) =>
				workflows.put(record).then(
					() => true,
					() => {
						notSaved();
						return false;
					},
				)
			}
			onRemove={(id) => void workflows.remove(id).catch(notSaved)}
		/>
	);
}
