import { FolderOpen, Image as ImageIcon } from 'lucide-react';
import { Button } from '#ui/controls/Button.tsx';
import { useText } from '#ui/text/useText.tsx';
import { StarterGallery } from './StarterGallery.tsx';
import styles from './StartScreen.module.css';
import { StepArt } from './StepArt.tsx';
import type { StarterId } from './starters.ts';
import { useStartersText } from './startersText.ts';

export interface StartScreenProps {
	/** A file is being dragged over the window. */
	readonly isDraggingOver: boolean;
	readonly isReading: boolean;
	onChooseFile(): void;
	onPaste(): void;
	onStarter(id: StarterId): void;
	/** Shows the shots made before. */
	onProjects(): void;
}

/** What a person sees without a start image: what to drop, what comes next, and shots to try. */
export function StartScreen(props: StartScreenProps) {
	const { start: t, menu } = useText().app;
	const starters = useStartersText();
	const title = props.isReading ? t.reading : props.isDraggingOver ? t.dropNow : t.dropTitle;
	return (
		<main className={styles.screen}>
			<div className={styles.column}>
				<h1>{t.title}</h1>
				<p className={styles.subtitle}>{t.subtitle}</p>
				<div className={styles.top}>
					<section
						className={styles.drop}
						data-over={props.isDraggingOver || undefined}
						aria-busy={props.isReading}
						aria-label={t.dropTitle}
					>
						<span className={styles.dropIcon}>
							<ImageIcon size={28} strokeWidth={1.75} aria-hidden />
						</span>
						<b>{title}</b>
						<p>{t.dropText}</p>
						<div className={styles.dropButtons}>
							<Button variant="primary" onClick={props.onChooseFile} busy={props.isReading}>
								{t.choose}
							</Button>
							<Button onClick={props.onPaste} shortcut="Mod+V">
								{t.paste}
							</Button>
							<Button icon={FolderOpen} variant="quiet" onClick={props.onProjects}>
								{menu.projects}
							</Button>
						</div>
					</section>
					<ol className={styles.steps} aria-label={t.howItWorks}>
						{t.steps.map((step, index) => (
							<li key={step.title}>
								<StepArt index={index} />
								<div>
									<b>{step.title}</b>
									<p>{step.text}</p>
								</div>
							</li>
						))}
					</ol>
				</div>
				<div className={styles.galleryTitle}>
					<h2>{starters.title}</h2>
					<span>{starters.hint}</span>
				</div>
				<StarterGallery onStarter={props.onStarter} />
			</div>
		</main>
	);
}
