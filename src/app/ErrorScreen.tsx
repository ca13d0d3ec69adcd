import { Component, type ReactNode } from 'react';
import { Button } from '#ui/controls/Button.tsx';
import { EmptyState } from '#ui/controls/EmptyState.tsx';
import { useText } from '#ui/text/useText.tsx';

/** Stands in for the app when a part of it throws while drawing; the shot is in storage already. */
export class ErrorScreen extends Component<
	{ readonly children: ReactNode },
	{ readonly hasCrashed: boolean }
> {
	override state = { hasCrashed: false };

	static getDerivedStateFromError() {
		return { hasCrashed: true };
	}

	override render() {
		return this.state.hasCrashed ? <Crashed /> : this.props.children;
	}
}

function Crashed() {
	const t = useText().app;
	return (
		<EmptyState title={t.crashed} text={t.crashedText}>
			<Button variant="primary" onClick={() => location.reload()}>
				{t.reload}
			</Button>
		</EmptyState>
	);
}
