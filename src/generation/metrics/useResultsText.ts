import { metrics as englishMetrics, type MetricsMessages } from '#text/en/metrics.ts';
import { results as english, type ResultsMessages } from '#text/en/results.ts';
import { metrics as frenchMetrics } from '#text/fr/metrics.ts';
import { results as french } from '#text/fr/results.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of results and charts, in the language of the rest; they travel with the first finished video. */
export const useResultsText = (): ResultsMessages => (useText() === en ? english : french);

/** Texts of reports: names of numbers, sentences of causes. */
export const useMetricsText = (): MetricsMessages =>
	useText() === en ? englishMetrics : frenchMetrics;
