import { Check, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { SAMPLE_COUNT } from '#core/document/document.ts';
import { type Finding, type Fix, lintDocument, ruleTextKey } from '#core/lint/lintDocument.ts';
import type { LumaPicture } from '#core/pins/lumaPicture.ts';
import { sampleDocumentTrack } from '#core/trajectory/sampleDocumentTrack.ts';
import { positionAtShare } from '#core/trajectory/time.ts';
import { Button } from '#ui/controls/Button.tsx';
import { Icon } from '#ui/controls/Icon.tsx';
import { Section } from '#ui/controls/Section.tsx';
import { useText } from '#ui/text/useText.tsx';
import { checksOf, settledDocument } from '../checks/checksOf.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { selectPoints } from '../store/selection.ts';
import { useEditor } from '../useEditor.ts';
import styles from './ChecksPanel.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, hint: Info } as const;

/** What would go wrong with this shot, each with the buttons that mend it. Quiet while something is being dragged. */
export function ChecksPanel({
	store,
	picture,
}: {
	readonly store: EditorStore;
	/** Brightness of the start image, for the checks that look at it. */
	readonly picture?: LumaPicture | undefined;
}) {
	const text = useText().editor;
	const checks = checksOf(store);
	useEffect(() => checks.setPicture(picture), [checks, picture]);
	const checked = useSyncExternalStore(checks.subscribe, checks.get);
	const isCurrent = useEditor(store, (state) => settledDocument(state) === checked?.document);
	const findings = checked?.findings ?? [];
	const count = (severity: Finding['severity']) =>
		findings.filter((finding) => finding.severity === severity).length;
	return (
		<Section
			title={text.checks}
			summary={text.checksSummary(count('error'), count('warning'), count('hint'))}
		>
			{isCurrent && findings.length === 0 && (
				<p className={styles.allGood}>
					<Icon of={Check} />
					{text.allGoodText}
				</p>
			)}
			<ul aria-label={text.checks} className={styles.list}>
				{findings.map((finding, index) => (
					<CheckItem
						// The same rule may be broken by several tracks, in the order of the document.
						key={`${finding.rule} ${finding.trackId ?? index}`}
						store={store}
						finding={finding}
						picture={picture}
					/>
				))}
			</ul>
		</Section>
	);
}

function CheckItem({
	store,
	finding,
	picture,
}: {
	readonly store: EditorStore;
	readonly finding: Finding;
	readonly picture: LumaPicture | undefined;
}) {
	const text = useText();
	const words = text.findings[ruleTextKey(finding.rule)];
	const title = words.title(finding.values);
	const { trackId } = finding;
	return (
		<li className={styles.item} data-rule={finding.rule} data-severity={finding.severity}>
			<span className={styles.icon} title={text.findings.severities[finding.severity]}>
				<Icon of={icons[finding.severity]} />
				<span className="visually-hidden">{text.findings.severities[finding.severity]}</span>
			</span>
			<div className={styles.words}>
				{trackId === undefined ? (
					<span className={styles.title}>{title}</span>
				) : (
					<button
						type="button"
						className={styles.show}
						title={text.editor.showPlace(title)}
						onClick={() => showPlace(store, trackId, finding.span)}
					>
						{title}
					</button>
				)}
				<p className={styles.detail}>{words.detail(finding.values)}</p>
				{finding.fixes.length > 0 && (
					<div className={styles.fixes}>
						{finding.fixes.map((fix: Fix) => (
							<Button
								key={fix.id}
								size="s"
								data-fix={fix.id}
								onClick={() => mend(store, finding, fix, picture)}
							>
								{text.findings.fixes[fix.kind](fix.values)}
							</Button>
						))}
					</div>
				)}
			</div>
		</li>
	);
}

/** Applies a fix as it is for the document of now: what is shown may be a moment old. */
function mend(
	store: EditorStore,
	{ rule, trackId }: Finding,
	{ id }: Fix,
	picture: LumaPicture | undefined,
): void {
	const now = lintDocument(store.getDocument(), picture).find(
		(finding) => finding.rule === rule && finding.trackId === trackId,
	);
	const fix = now?.fixes.find((candidate) => candidate.id === id);
	if (fix) store.dispatch('fixFinding', fix.commands);
}

/** Selects the track and brings what is meant into view: the stretch with the playhead on it, or its first point. */
function showPlace(store: EditorStore, trackId: string, span: Finding['span']): void {
	const track = store.getDocument().tracks.find((t) => t.id === trackId);
	const first = track?.points[0];
	if (!track || !first) return;
	store.select(selectPoints(trackId, [0]));
	if (!span) {
		store.reveal({ x: first.x, y: first.y });
		return;
	}
	const share = span.fromSample / (SAMPLE_COUNT - 1);
	store.setPlayhead(share);
	store.reveal(positionAtShare(sampleDocumentTrack(store.getDocument(), track), share));
}
