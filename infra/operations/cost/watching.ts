/** What watches a school and is paid for besides what it uses: as many as its template has. */
export const watching = { alarms: 23, metrics: 7 } as const;
