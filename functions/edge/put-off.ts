const minute = 60_000

/** How long a mail service may put a mail off: what somebody mends within a week loses none. */
export const longestPutOffMs = 7 * 24 * 60 * minute

/** Until the try after so many: longer each time, up to an hour. */
export const waitAfter = (tries: number): number => minute * Math.min(60, 2 ** tries)

/** The try that comes a week after the first, by such waits. */
export const mostTries = 173
