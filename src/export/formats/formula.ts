// Cells that a spreadsheet would run (OWASP, "CSV Injection").

/** Half and full width, for spreadsheets take both; a tab, a line feed or a return hides what follows it from the eye. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet takes for a formula. */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
