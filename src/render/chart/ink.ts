/** The one colour of charts, dark enough beside white, and that of what is for the eye only; as pages write them. */
export const CHART_INK = "#1f5c99";
export const CHART_GREY = "#999999";
/** How thick the line of a chart is on paper, in pt. */
export const CHART_LINE = 1.5;
