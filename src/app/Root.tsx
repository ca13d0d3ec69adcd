import { ToastProvider } from '#ui/controls/Toast.tsx';
import { TooltipProvider } from '#ui/controls/Tooltip.tsx';
import { TextProvider } from '#ui/text/useText.tsx';
import { App } from './App.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';
import { useMessages } from './hooks/useMessages.ts';
import { usePreferences } from './hooks/usePreferences.ts';
import { useThemeAttribute } from './hooks/useThemeAttribute.ts';
import type { Studio, Surroundings } from './studio/createStudio.ts';

/** The providers round the app: language, theme, messages, and the screen for a crash. */
export function Root({
	studio,
	around,
}: {
	readonly studio: Studio;
	readonly around?: Surroundings | undefined;
}) {
	const preferences = usePreferences(studio.preferences);
	const messages = useMessages(preferences.language);
	useThemeAttribute(preferences.theme, around?.theme);
	return (
		<TextProvider value={messages}>
			<ErrorScreen>
				<TooltipProvider>
					<ToastProvider>
						{around?.banner}
						<App studio={studio} />
					</ToastProvider>
				</TooltipProvider>
			</ErrorScreen>
		</TextProvider>
	);
}
