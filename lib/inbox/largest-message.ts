export const mebibyte = 1024 * 1024;

/** The largest message that an inlet takes, in bytes. */
export const largestMessage = 25 * mebibyte;
