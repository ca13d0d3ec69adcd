import { Timeline } from '#editor/timeline/Timeline.tsx';

/** The editor's timeline as a part of its own, since its code comes after the canvas. */
export default Timeline;
