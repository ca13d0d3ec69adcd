import { Download } from 'lucide-react';
import { Button } from '#ui/controls/Button.tsx';
import { Menu, type MenuItem } from '#ui/controls/Menu.tsx';
import { downloadReport, type ReportFormat } from '../metrics/reportFiles.ts';
import { useMetricsText, useResultsText } from '../metrics/useResultsText.ts';
import type { ResultSide } from './resultSide.ts';

/** Saves the reports that are on show. */
export function ReportMenu({
	sides,
	isNarrow,
}: {
	readonly sides: readonly ResultSide[];
	readonly isNarrow: boolean;
}) {
	const { report: t } = useResultsText();
	const text = useMetricsText();
	const items = sides.flatMap(({ job, report, tracks, causes, letter }): MenuItem[] => {
		if (!report) return [];
		const words = { text, causes, trackNames: tracks.map(({ name }) => name) };
		const item = (label: string, format: ReportFormat): MenuItem => ({
			label: sides.length > 1 ? `${letter}: ${label}` : label,
			onSelect: () => downloadReport(job, report, format, words),
		});
		return [item(t.json, 'json'), item(t.csv, 'csv'), item(t.markdown, 'md')];
	});
	return (
		<Menu
			align="end"
			trigger={
				<Button
					icon={Download}
					disabled={items.length === 0}
					aria-label={isNarrow ? t.export : undefined}
				>
					{t.export}
				</Button>
			}
			items={items}
		/>
	);
}
