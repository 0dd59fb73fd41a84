/** What runs by itself, in the form of a crontab. A slot runs once, however many processes there are. */
export const timetable = `
* * * * * expire-holds ?jobKey=expire-holds&max=1
* * * * * remind-holders ?jobKey=remind-holders&max=1
* * * * * tend-waitlists ?jobKey=tend-waitlists&max=1
*/5 * * * * let-chairs-go ?jobKey=let-chairs-go&max=1
* * * * * lapse-invitations ?jobKey=lapse-invitations&max=1
* * * * * end-fulfilled-interest ?jobKey=end-fulfilled-interest&max=1
17 * * * * forget-stranded ?jobKey=forget-stranded&max=1
41 3 * * * drop-orphaned-files ?jobKey=drop-orphaned-files&max=1
*/5 * * * * tell-of-releases ?jobKey=tell-of-releases&max=1
23 * * * * sweep-uploads ?jobKey=sweep-uploads&max=1
* * * * * read-received ?jobKey=read-received&queue=read-received&priority=-1&max=25
* * * * * free-abandoned-jobs ?jobKey=free-abandoned-jobs&max=1
* * * * * fail-stranded-mail ?jobKey=fail-stranded-mail&max=1
* * * * * send-announcements ?jobKey=send-announcements&max=1
* * * * * remind-of-sessions ?jobKey=remind-of-sessions&max=1
`;
