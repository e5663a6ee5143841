<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AskingDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/asking.py"/>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/asking.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/asking.py"/>
        <source>&amp;Queue it</source>
        <translation>&amp;Vormerken</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Book</source>
        <translation>&amp;Buchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Meeting</source>
        <translation>&amp;Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Guest</source>
        <translation>&amp;Gast</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>“{link}” is no longer offered.</source>
        <translation>„{link}“ wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Filled in from a link. Nothing is booked until you press Book.</source>
        <translation>Aus einem Link ausgefüllt. Gebucht wird erst, wenn Sie „Buchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>{time} is not among the free times of this meeting. Choose another time.</source>
        <translation>{time} gehört nicht zu den freien Zeiten dieses Treffens. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>BookingActs</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Join</source>
        <translation>Bei&amp;treten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Write an e-&amp;mail</source>
        <translation>E-&amp;Mail schreiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Reschedule…</source>
        <translation>&amp;Verschieben …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>C&amp;ancel booking…</source>
        <translation>Buchung &amp;absagen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Undo move</source>
        <translation>Verschieben &amp;zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Undo cancel</source>
        <translation>Absage &amp;zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Guest did not come</source>
        <translation>Gast ist nicht gekommen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Guest came after all</source>
        <translation>Gast ist doch gekommen</translation>
    </message>
</context>
<context>
    <name>BookingChanges</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Nothing to undo here. Choose a booking in the list to undo its last cancel or move.</source>
        <translation>Hier ist nichts zurückzunehmen. Wählen Sie in der Liste eine Buchung, um ihre letzte Absage oder Verschiebung zurückzunehmen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Nothing to undo: the booking with {guest} was not cancelled or moved lately, or its time is over.</source>
        <translation>Nichts zurückzunehmen: Die Buchung mit {guest} wurde nicht kürzlich abgesagt oder verschoben, oder ihre Zeit ist vorbei.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Put back: {guest}, {time}</source>
        <translation>Wiederhergestellt: {guest}, {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Booked: {guest}, {time}</source>
        <translation>Gebucht: {guest}, {time}</translation>
    </message>
</context>
<context>
    <name>BookingDeeds</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_deeds.py"/>
        <source>Copy as te&amp;xt</source>
        <translation>Als Te&amp;xt kopieren</translation>
    </message>
</context>
<context>
    <name>BookingDetail</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>{time} ({zone})</source>
        <translation>{time} ({zone})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>Back to {time}</source>
        <translation>Zurück auf {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>BookingFacts</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>gone from iCloud</source>
        <translation>nicht mehr in iCloud</translation>
    </message>
</context>
<context>
    <name>BookingLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>{day}, {time}, {guest}, {meeting}, {calendar}, {state}</source>
        <translation>{day}, {time}, {guest}, {meeting}, {calendar}, {state}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>gone from iCloud</source>
        <translation>nicht mehr in iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Guest did not come</source>
        <translation>Gast ist nicht gekommen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>BookingsBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Upcoming ({count})</source>
        <translation>Anstehend ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Past ({count})</source>
        <translation>Vergangen ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Cancelled ({count})</source>
        <translation>Abgesagt ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>To decide ({count})</source>
        <translation>Zu entscheiden ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Waiting ({count})</source>
        <translation>Wartend ({count})</translation>
    </message>
</context>
<context>
    <name>BookingsView</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_view.py"/>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
</context>
<context>
    <name>BusyPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>as each event says: Busy or Free</source>
        <translation>wie jeder Termin sagt: belegt oder frei</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>always, also those marked Free</source>
        <translation>immer, auch als frei markierte</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>never, also those marked Busy</source>
        <translation>nie, auch als belegt markierte</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events make you busy</source>
        <translation>Ganztägige Termine belegen Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events make you busy: {choice}</source>
        <translation>Ganztägige Termine belegen Zeit: {choice}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>What could not be read</source>
        <translation>Was nicht gelesen werden konnte</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>What makes you busy</source>
        <translation>Was Zeit belegt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>&amp;Tentative events make you busy</source>
        <translation>&amp;Vorläufige Termine belegen Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>&amp;Invitations you have not answered make you busy</source>
        <translation>Un&amp;beantwortete Einladungen belegen Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Events you decided on</source>
        <translation>Termine, über die Sie entschieden haben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Journeys</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>On these days the hours of links that travel are hours there, and so are whole days and times without a time zone in your calendars.</source>
        <translation>An diesen Tagen gelten die Zeiten mitreisender Links am Reiseort, ebenso ganze Tage und Zeiten ohne Zeitzone in Ihren Kalendern.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>1 problem. What is known of its time still makes you busy.</source>
        <translation>1 Problem. Was von der Zeit bekannt ist, zählt trotzdem als belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>{count} problems. What is known of their time still makes you busy.</source>
        <translation>{count} Probleme. Was von den Zeiten bekannt ist, zählt trotzdem als belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Tentative events make you busy.</source>
        <translation>Vorläufige Termine belegen Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Tentative events leave you free.</source>
        <translation>Vorläufige Termine belegen keine Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Tentative events</source>
        <translation>Vorläufige Termine</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Unanswered invitations make you busy.</source>
        <translation>Unbeantwortete Einladungen belegen Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Unanswered invitations leave you free.</source>
        <translation>Unbeantwortete Einladungen belegen keine Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Unanswered invitations</source>
        <translation>Unbeantwortete Einladungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events make you busy {choice}.</source>
        <translation>Ganztägige Termine belegen Zeit: {choice}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events</source>
        <translation>Ganztägige Termine</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>The journey was added.</source>
        <translation>Die Reise wurde hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>The journey was removed.</source>
        <translation>Die Reise wurde entfernt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Journey</source>
        <translation>Reise</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Event without a title</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>“{title}” always makes you busy.</source>
        <translation>„{title}“ belegt immer Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>“{title}” never makes you busy.</source>
        <translation>„{title}“ belegt nie Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>“{title}” counts as usual again.</source>
        <translation>„{title}“ zählt wieder wie üblich.</translation>
    </message>
</context>
<context>
    <name>CalendarRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Write to</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Calendar without a name</source>
        <translation>Kalender ohne Namen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Write bookings to {name}</source>
        <translation>Buchungen in {name} schreiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Events in {name} count as busy</source>
        <translation>Termine in {name} zählen als belegt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>iCloud's default</source>
        <translation>Standard in iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>shared by {owner}</source>
        <translation>geteilt von {owner}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>shared with you</source>
        <translation>mit Ihnen geteilt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>read-only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>1 event</source>
        <translation>1 Termin</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>{count} events</source>
        <translation>{count} Termine</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>as of {time}</source>
        <translation>Stand {time}</translation>
    </message>
</context>
<context>
    <name>CalendarsPage</name>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Choose your calendars</source>
        <translation>Kalender wählen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Bookings are written to one calendar. Times with events in a busy calendar are never offered.</source>
        <translation>Buchungen werden in einen Kalender geschrieben. Zeiten mit Terminen in einem Kalender, der zählt, werden nie angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Choose the calendar that bookings are written to.</source>
        <translation>Wählen Sie den Kalender, in den Buchungen geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>This computer has no usable keychain: the password is kept until Workestra ends, then asked for again.</source>
        <translation>Dieser Computer hat keinen nutzbaren Schlüsselbund: Das Passwort wird nur bis zum Beenden von Workestra behalten und danach wieder abgefragt.</translation>
    </message>
</context>
<context>
    <name>CalendarsPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Bookings are written to one calendar. Times with events in a busy calendar are never offered.</source>
        <translation>Buchungen werden in einen Kalender geschrieben. Zeiten mit Terminen in einem Kalender, der zählt, werden nie angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>1 coming booking will be written to the calendar you choose.</source>
        <translation>1 anstehende Buchung wird in den gewählten Kalender geschrieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>{count} coming bookings will be written to the calendar you choose.</source>
        <translation>{count} anstehende Buchungen werden in den gewählten Kalender geschrieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>New bookings are written to “{calendar}”.</source>
        <translation>Neue Buchungen werden in „{calendar}“ geschrieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendar written to</source>
        <translation>Kalender für Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Events in “{calendar}” count.</source>
        <translation>Termine in „{calendar}“ zählen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Events in “{calendar}” do not count.</source>
        <translation>Termine in „{calendar}“ zählen nicht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendar without a name</source>
        <translation>Kalender ohne Namen</translation>
    </message>
</context>
<context>
    <name>Callers</name>
    <message>
        <location filename="../../workestra_desktop/ui/callers.py"/>
        <source>Copy my times</source>
        <translation>Meine Zeiten kopieren</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>optional, kept with the booking</source>
        <translation>optional, bleibt bei der Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>The guest is not told: write to them yourself.</source>
        <translation>Der Gast wird nicht benachrichtigt: Schreiben Sie ihm selbst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>&amp;End booking</source>
        <translation>Buchung b&amp;eenden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Ending the booking…</source>
        <translation>Die Buchung wird beendet …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>End booking</source>
        <translation>Buchung beenden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>End the booking with {guest} here?</source>
        <translation>Die Buchung mit {guest} hier beenden?</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>C&amp;ancel booking</source>
        <translation>Buchung &amp;absagen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Removing the event from iCloud…</source>
        <translation>Der Termin wird aus iCloud entfernt …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Cancel booking</source>
        <translation>Buchung absagen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Cancel the booking with {guest}?</source>
        <translation>Die Buchung mit {guest} absagen?</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Workestra keeps it as cancelled, and its event stays in iCloud as it is: it is yours then.</source>
        <translation>Workestra führt sie als abgesagt, und ihr Termin bleibt unverändert in iCloud: Er gehört dann Ihnen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Its event is not in iCloud yet, and is not sent any more.</source>
        <translation>Ihr Termin ist noch nicht in iCloud und wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Should it be on its way already, it is removed again.</source>
        <translation>Sollte er schon unterwegs sein, wird er wieder entfernt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Its event is gone from iCloud already.</source>
        <translation>Ihr Termin ist schon aus iCloud verschwunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>What is left of its event is deleted from iCloud.</source>
        <translation>Was von ihrem Termin übrig ist, wird aus iCloud gelöscht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Its event is deleted from iCloud.</source>
        <translation>Ihr Termin wird aus iCloud gelöscht.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_changes.py"/>
        <source>Taken back: {change}.</source>
        <translation>Zurückgenommen: {change}.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>booking with {guest}</source>
        <translation>Buchung mit {guest}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>“{calendar}” is read-only.</source>
        <translation>„{calendar}“ ist nur lesbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is cancelled here, but its event may still be in iCloud.</source>
        <translation>Die Buchung ist hier abgesagt, aber ihr Termin ist vielleicht noch in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Nothing was cancelled. Choose another calendar to put it back, or cancel it.</source>
        <translation>Es wurde nichts abgesagt. Wählen Sie einen anderen Kalender, um den Termin wieder einzutragen, oder sagen Sie ab.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Nothing was cancelled. Put it back, or cancel it if you deleted its event yourself.</source>
        <translation>Es wurde nichts abgesagt. Tragen Sie den Termin wieder ein, oder sagen Sie ab, wenn Sie ihn selbst gelöscht haben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Here it is {mine}; in iCloud it is {theirs}. Nothing is written until you say which counts.</source>
        <translation>Hier gilt {mine}, in iCloud {theirs}. Nichts wird geschrieben, bis Sie sagen, was zählt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Here it is {mine}. Nothing is written until you say which time counts.</source>
        <translation>Hier gilt {mine}. Nichts wird geschrieben, bis Sie sagen, welche Zeit gilt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}. Put its event right in Apple Calendar and the booking follows it again, or decide here.</source>
        <translation>Die Buchung bleibt hier, {mine}. Bringen Sie ihren Termin in Apple Kalender in Ordnung, dann folgt die Buchung ihm wieder, oder entscheiden Sie hier.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}, but has no event in iCloud. Put it back, or cancel it.</source>
        <translation>Die Buchung bleibt hier, {mine}, hat aber keinen Termin in iCloud. Tragen Sie ihn wieder ein, oder sagen Sie ab.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Here it is {mine}; in iCloud it is {theirs}. Each stays as it is until you decide.</source>
        <translation>Hier gilt {mine}, in iCloud {theirs}. Beides bleibt, wie es ist, bis Sie entscheiden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}, but iCloud does not have it like that yet.</source>
        <translation>Die Buchung bleibt hier, {mine}, aber iCloud hat sie noch nicht so.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}. Its event was left as it is.</source>
        <translation>Die Buchung bleibt hier, {mine}. Ihr Termin wurde gelassen, wie er ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Trying again…</source>
        <translation>Neuer Versuch …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Sends it to iCloud once more, now.</source>
        <translation>Sendet sie jetzt noch einmal an iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking takes the time its event has in iCloud. What was to be written is dropped.</source>
        <translation>Die Buchung übernimmt die Zeit, die ihr Termin in iCloud hat. Was zu schreiben war, entfällt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Use &amp;iCloud's time</source>
        <translation>Zeit in &amp;iCloud nehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Take it as it is in &amp;iCloud</source>
        <translation>Übernehmen, wie es in &amp;iCloud ist</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Taking it from iCloud…</source>
        <translation>Wird aus iCloud übernommen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The event in iCloud is moved to the booking's time: {mine}.</source>
        <translation>Der Termin in iCloud wird auf die Zeit der Buchung verschoben: {mine}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Use &amp;my time</source>
        <translation>&amp;Meine Zeit nehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Moving the event in iCloud…</source>
        <translation>Der Termin in iCloud wird verschoben …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Writes its event to iCloud anew: {mine}.</source>
        <translation>Schreibt ihren Termin neu in iCloud: {mine}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Put it bac&amp;k</source>
        <translation>Wieder &amp;eintragen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Writing its event anew…</source>
        <translation>Ihr Termin wird neu geschrieben …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Asks once more. The booking ends here, and its event stays in iCloud as it is.</source>
        <translation>Fragt noch einmal. Die Buchung endet hier, und ihr Termin bleibt unverändert in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>End booking, &amp;keep event…</source>
        <translation>Buchung beenden, Termin &amp;behalten …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Nothing more is sent: what is left of its event stays in iCloud.</source>
        <translation>Nichts wird mehr gesendet: Was von ihrem Termin übrig ist, bleibt in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>&amp;Keep its event in iCloud</source>
        <translation>Termin in iCloud &amp;behalten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Leaving it there…</source>
        <translation>Bleibt dort …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Asks once more. What is left of its event is deleted from iCloud.</source>
        <translation>Fragt noch einmal. Was von ihrem Termin übrig ist, wird aus iCloud gelöscht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>C&amp;ancel booking…</source>
        <translation>Buchung &amp;absagen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Deletes what is left of the cancelled booking's event.</source>
        <translation>Löscht, was vom Termin der abgesagten Buchung übrig ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Re&amp;move it from iCloud</source>
        <translation>Aus iCloud ent&amp;fernen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Removing it from iCloud…</source>
        <translation>Wird aus iCloud entfernt …</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>you@icloud.com</source>
        <translation>name@icloud.com</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>Apple ID</source>
        <translation>Apple-ID</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Back to bookings</source>
        <translation>&amp;Zurück zu den Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>Signing in to iCloud…</source>
        <translation>Anmeldung bei iCloud …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Apple ID</source>
        <translation>&amp;Apple-ID</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>App-specific &amp;password</source>
        <translation>App-spezifisches &amp;Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>1 change waits for iCloud.</source>
        <translation>1 Änderung wartet auf iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>{count} changes wait for iCloud.</source>
        <translation>{count} Änderungen warten auf iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>An Apple ID is an e-mail address, like you@icloud.com.</source>
        <translation>Eine Apple-ID ist eine E-Mail-Adresse wie name@icloud.com.</translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>New &amp;password…</source>
        <translation>Neues &amp;Passwort …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>&amp;Erase everything…</source>
        <translation>Alles &amp;löschen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>None in the last 30 days.</source>
        <translation>Keine in den letzten 30 Tagen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Apple ID</source>
        <translation>Apple-ID</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Last look at iCloud</source>
        <translation>Letzter Abgleich mit iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Next look</source>
        <translation>Nächster Abgleich</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>iCloud</source>
        <translation>iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Hosts contacted</source>
        <translation>Angefragte Server</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Whom Workestra asked in the last 30 days, and how often. There is nobody else.</source>
        <translation>Wen Workestra in den letzten 30 Tagen gefragt hat, und wie oft. Niemanden sonst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Disconnecting forgets the password. Events in iCloud stay, and so do your bookings, links and settings here: connect again and all goes on.</source>
        <translation>Beim Trennen wird das Passwort vergessen. Termine in iCloud bleiben, ebenso Ihre Buchungen, Links und Einstellungen hier: Sobald Sie wieder verbinden, geht alles weiter.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Erasing also removes everything Workestra keeps on this computer. Events in iCloud stay.</source>
        <translation>Löschen entfernt auch alles, was Workestra auf diesem Computer hat. Termine in iCloud bleiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>paused until you resume</source>
        <translation>pausiert, bis Sie fortsetzen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>paused until {time}</source>
        <translation>pausiert bis {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>none is planned</source>
        <translation>keiner geplant</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>{count} requests</source>
        <translation>{count} Anfragen</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <location filename="../../workestra_desktop/ui/day_list.py"/>
        <source>The day, time by time</source>
        <translation>Der Tag, Zeit für Zeit</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/decision_panel.py"/>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/decision_panel.py"/>
        <source>{at} of {count}</source>
        <translation>{at} von {count}</translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <location filename="../../workestra_desktop/ui/sample_strip.py"/>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/sample_strip.py"/>
        <source>Sample calendars on this computer. Nothing reaches Apple.</source>
        <translation>Beispielkalender auf diesem Computer. Nichts erreicht Apple.</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>You're connected</source>
        <translation>Sie sind verbunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>&amp;Start Workestra when you log in</source>
        <translation>Workestra beim Anmelden &amp;starten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>&amp;New booking</source>
        <translation>&amp;Neue Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>See your &amp;week</source>
        <translation>Meine &amp;Woche ansehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>&amp;Open bookings</source>
        <translation>&amp;Buchungen öffnen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>It then starts hidden in the tray and keeps your bookings in step.</source>
        <translation>Es startet dann verborgen im Infobereich und hält Ihre Buchungen aktuell.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>New bookings go to “{calendar}”. One calendar counts for free times. Changes are looked for every 10 minutes.</source>
        <translation>Neue Buchungen kommen in „{calendar}“. Ein Kalender zählt für freie Zeiten. Alle 10 Minuten wird nach Änderungen gesucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>New bookings go to “{calendar}”. {count} calendars count for free times. Changes are looked for every 10 minutes.</source>
        <translation>Neue Buchungen kommen in „{calendar}“. {count} Kalender zählen für freie Zeiten. Alle 10 Minuten wird nach Änderungen gesucht.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>N&amp;ew booking</source>
        <translation>N&amp;eue Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Clear s&amp;earch</source>
        <translation>&amp;Suche leeren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No guest, e-mail address, note or booking link here has “{typed}”. Try fewer letters.</source>
        <translation>Kein Gast, keine E-Mail-Adresse, keine Notiz und kein Buchungslink hier enthält „{typed}“. Versuchen Sie weniger Buchstaben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No bookings yet</source>
        <translation>Noch keine Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>When somebody asks for a meeting, choose a free time for it. It is written into iCloud.</source>
        <translation>Fragt jemand nach einem Treffen, wählen Sie eine freie Zeit. Sie wird in iCloud eingetragen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No coming bookings</source>
        <translation>Keine anstehenden Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>When somebody asks for a meeting, press Ctrl+N and choose a free time.</source>
        <translation>Fragt jemand nach einem Treffen, drücken Sie Strg+N und wählen eine freie Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No past bookings</source>
        <translation>Keine vergangenen Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Meetings move here once they are over.</source>
        <translation>Treffen kommen hierher, wenn sie vorbei sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No cancelled bookings</source>
        <translation>Keine abgesagten Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Bookings you or iCloud cancel are kept here.</source>
        <translation>Buchungen, die Sie oder iCloud absagen, bleiben hier.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Nothing to decide</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Bookings that need a decision of yours are listed here.</source>
        <translation>Buchungen, über die Sie entscheiden müssen, stehen hier.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Changes that iCloud does not have yet are listed here.</source>
        <translation>Änderungen, die iCloud noch nicht hat, stehen hier.</translation>
    </message>
</context>
<context>
    <name>EventRules</name>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>None yet. Click an event in the week view to decide how it counts.</source>
        <translation>Noch keine. Klicken Sie in der Woche auf einen Termin, um zu entscheiden, wie er zählt.</translation>
    </message>
</context>
<context>
    <name>Extent</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_span.py"/>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_span.py"/>
        <source>&amp;4 days</source>
        <translation>&amp;4 Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_span.py"/>
        <source>Wee&amp;k</source>
        <translation>W&amp;oche</translation>
    </message>
</context>
<context>
    <name>FoundLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>1 found.</source>
        <translation>1 gefunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} in Upcoming</source>
        <translation>{count} anstehend</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} in Past</source>
        <translation>{count} vergangen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} in Cancelled</source>
        <translation>{count} abgesagt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} to decide</source>
        <translation>{count} zu entscheiden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} waiting</source>
        <translation>{count} wartend</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} found.</source>
        <translation>{count} gefunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>None found here.</source>
        <translation>Hier nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>GeneralPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Folder of the daily copies</source>
        <translation>Ordner der täglichen Kopien</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>&amp;Start Workestra when you log in</source>
        <translation>Workestra beim Anmelden &amp;starten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>It then starts hidden in the tray and keeps your bookings in step.</source>
        <translation>Es startet dann verborgen im Infobereich und hält Ihre Buchungen aktuell.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Daily copy</source>
        <translation>Tägliche Kopie</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>On days when you have changed something, Workestra copies your bookings, links and settings. The password is in none of the copies.</source>
        <translation>An Tagen, an denen Sie etwas geändert haben, kopiert Workestra Ihre Buchungen, Links und Einstellungen. Das Passwort ist in keiner Kopie.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>The last copy is of {day}.</source>
        <translation>Die letzte Kopie ist vom {day}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>There is no copy yet.</source>
        <translation>Es gibt noch keine Kopie.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Workestra starts when you log in.</source>
        <translation>Workestra startet beim Anmelden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Workestra no longer starts when you log in.</source>
        <translation>Workestra startet nicht mehr beim Anmelden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Start at login</source>
        <translation>Start beim Anmelden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>The language will be {language} from the next start on.</source>
        <translation>Die Sprache ist ab dem nächsten Start {language}.</translation>
    </message>
</context>
<context>
    <name>GoneDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Cancel bookings</source>
        <translation>Buchungen absagen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Cancel this booking?</source>
        <translation>Diese Buchung absagen?</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Cancel all {count} bookings?</source>
        <translation>Alle {count} Buchungen absagen?</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Its event is gone from iCloud already. The guest is not told: write to them yourself.</source>
        <translation>Ihr Termin ist schon aus iCloud verschwunden. Der Gast wird nicht benachrichtigt: Schreiben Sie ihm selbst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Their events are gone from iCloud already. The guests are not told: write to them yourself.</source>
        <translation>Ihre Termine sind schon aus iCloud verschwunden. Die Gäste werden nicht benachrichtigt: Schreiben Sie ihnen selbst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>&amp;Keep them</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>C&amp;ancel booking</source>
        <translation>Buchung &amp;absagen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>C&amp;ancel bookings</source>
        <translation>Buchungen &amp;absagen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Bookings to cancel</source>
        <translation>Abzusagende Buchungen</translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <location filename="../../workestra_desktop/ui/hiding.py"/>
        <source>Closing only minimises the window, because this desktop has no tray. Quit with Ctrl+Q.</source>
        <translation>Schließen verkleinert das Fenster nur, da es hier keinen Infobereich gibt. Beenden mit Strg+Q.</translation>
    </message>
</context>
<context>
    <name>HistoryBox</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>Nothing in the last 30 days.</source>
        <translation>Nichts in den letzten 30 Tagen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>What happened cannot be read now.</source>
        <translation>Was geschah, kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>HoursEditor</name>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>no hours</source>
        <translation>keine Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>Copy to weekdays</source>
        <translation>Auf Werktage kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>Copy the hours of {day} to Monday to Friday</source>
        <translation>Zeiten von {day} auf Montag bis Freitag kopieren</translation>
    </message>
</context>
<context>
    <name>HoursGroup</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Hours go along when I t&amp;ravel</source>
        <translation>Zeiten reisen mit &amp;mir</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Meetings fit into these hours. 24:00 ends a day; an end before the start is on the next day.</source>
        <translation>Treffen liegen in diesen Zeiten. 24:00 beendet einen Tag; ein Ende vor dem Anfang ist am nächsten Tag.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Time &amp;zone</source>
        <translation>Zeit&amp;zone</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Type a part of its name, like a city.</source>
        <translation>Tippen Sie einen Teil des Namens, etwa eine Stadt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Journeys</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>On the days of a journey these are hours in the zone you are in.</source>
        <translation>An Reisetagen gelten diese Zeiten in der Zone, in der Sie sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Special days</source>
        <translation>Besondere Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Days off and days with other hours. Where two overlap, the lower one counts.</source>
        <translation>Freie Tage und Tage mit anderen Zeiten. Wo sich zwei überschneiden, zählt der untere.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You cancelled it. Reason: {reason}</source>
        <translation>Sie haben sie abgesagt. Grund: {reason}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You cancelled it.</source>
        <translation>Sie haben sie abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Booked for {time}.</source>
        <translation>Gebucht für {time}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved in iCloud from {old} to {new}.</source>
        <translation>In iCloud verschoben von {old} auf {new}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved in iCloud.</source>
        <translation>In iCloud verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You moved it from {old} to {new}.</source>
        <translation>Sie haben sie von {old} auf {new} verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The move was undone: from {old} back to {new}.</source>
        <translation>Das Verschieben wurde zurückgenommen: von {old} wieder auf {new}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>It took the time of its event in iCloud: {new} instead of {old}.</source>
        <translation>Sie hat die Zeit ihres Termins in iCloud übernommen: {new} statt {old}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved on another computer from {old} to {new}.</source>
        <translation>Auf einem anderen Computer verschoben von {old} auf {new}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved to another calendar in iCloud, from {old} to {new}.</source>
        <translation>In iCloud in einen anderen Kalender verschoben, von {old} auf {new}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You moved it.</source>
        <translation>Sie haben sie verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The move was undone.</source>
        <translation>Das Verschieben wurde zurückgenommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The cancellation was undone.</source>
        <translation>Die Absage wurde zurückgenommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Written to iCloud.</source>
        <translation>In iCloud eingetragen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The new time is in iCloud.</source>
        <translation>Die neue Zeit ist in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was removed from iCloud.</source>
        <translation>Ihr Termin wurde aus iCloud entfernt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event in iCloud is in step.</source>
        <translation>Ihr Termin in iCloud stimmt überein.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was edited in iCloud. The time stayed.</source>
        <translation>Ihr Termin wurde in iCloud bearbeitet. Die Zeit blieb.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was moved to another calendar in iCloud.</source>
        <translation>Ihr Termin wurde in iCloud in einen anderen Kalender verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was not found in iCloud; it is looked for again.</source>
        <translation>Ihr Termin wurde in iCloud nicht gefunden; er wird wieder gesucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was deleted in iCloud: the booking was cancelled.</source>
        <translation>Ihr Termin wurde in iCloud gelöscht: Die Buchung wurde abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You cancelled it, as its event was gone from iCloud.</source>
        <translation>Sie haben sie abgesagt, da ihr Termin aus iCloud verschwunden war.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is gone from iCloud, and another one lies in its place.</source>
        <translation>Ihr Termin ist aus iCloud verschwunden, und ein anderer liegt an seiner Stelle.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is gone from iCloud, together with others. You are asked what that means.</source>
        <translation>Ihr Termin ist mit anderen zusammen aus iCloud verschwunden. Sie werden gefragt, was das heißt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is to be put back into iCloud.</source>
        <translation>Ihr Termin wird wieder in iCloud eingetragen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is to be put back into iCloud, in another calendar.</source>
        <translation>Ihr Termin wird wieder in iCloud eingetragen, in einem anderen Kalender.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was written anew on another computer.</source>
        <translation>Ihr Termin wurde auf einem anderen Computer neu geschrieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Booked on another computer, and found in iCloud.</source>
        <translation>Auf einem anderen Computer gebucht und in iCloud gefunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was written anew on another computer; as it is cancelled, that is removed.</source>
        <translation>Ihr Termin wurde auf einem anderen Computer neu geschrieben; da sie abgesagt ist, wird er entfernt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>It came back with a backup.</source>
        <translation>Die Buchung kam mit einer Sicherung zurück.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>An event lies on it; you are asked what to do.</source>
        <translation>Ein Termin liegt darauf; Sie werden gefragt, was geschehen soll.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You kept both: the booking and the event on it.</source>
        <translation>Sie haben beides behalten: die Buchung und den Termin darauf.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You ignored the event on it.</source>
        <translation>Sie haben den Termin darauf ignoriert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You noted that the guest did not come.</source>
        <translation>Sie haben vermerkt, dass der Gast nicht kam.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You noted that the guest came after all.</source>
        <translation>Sie haben vermerkt, dass der Gast doch kam.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You had it sent to iCloud once more.</source>
        <translation>Sie ließen sie noch einmal an iCloud senden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You decided that iCloud's time counts.</source>
        <translation>Sie haben entschieden, dass die Zeit in iCloud gilt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You decided that the time here counts.</source>
        <translation>Sie haben entschieden, dass die Zeit hier gilt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You had its event written anew.</source>
        <translation>Sie ließen ihren Termin neu schreiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You ended it here, and left its event in iCloud.</source>
        <translation>Sie haben sie hier beendet und ihren Termin in iCloud gelassen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You decided to cancel it.</source>
        <translation>Sie haben entschieden, sie abzusagen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>iCloud refused to move its event.</source>
        <translation>iCloud hat das Verschieben ihres Termins abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>iCloud refused to remove its event.</source>
        <translation>iCloud hat das Entfernen ihres Termins abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>iCloud refused to take its event.</source>
        <translation>iCloud hat ihren Termin nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Stay connected</source>
        <translation>Verbunden bleiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Disconnect {account}? Its password is forgotten. What is in iCloud and what is here stays.</source>
        <translation>{account} trennen? Das Passwort wird vergessen. Was in iCloud und was hier ist, bleibt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Erase everything here? Your bookings, links, settings, history and daily copies on this computer go for good. What is in iCloud stays.</source>
        <translation>Alles hier löschen? Ihre Buchungen, Links, Einstellungen, der Verlauf und die täglichen Kopien auf diesem Computer gehen endgültig verloren. Was in iCloud ist, bleibt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>1 change that iCloud has not got yet is lost.</source>
        <translation>1 Änderung, die iCloud noch nicht hat, geht verloren.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>{count} changes that iCloud has not got yet are lost.</source>
        <translation>{count} Änderungen, die iCloud noch nicht hat, gehen verloren.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>1 change waits until you connect again.</source>
        <translation>1 Änderung wartet, bis Sie wieder verbinden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>{count} changes wait until you connect again.</source>
        <translation>{count} Änderungen warten, bis Sie wieder verbinden.</translation>
    </message>
</context>
<context>
    <name>LinkColumns</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_columns.py"/>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>{title} (copy)</source>
        <translation>{title} (Kopie)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>“{title}” is removed. Its bookings stay.</source>
        <translation>„{title}“ ist entfernt. Seine Buchungen bleiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu sichern</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>Throw “{title}” away? It was never saved.</source>
        <translation>„{title}“ verwerfen? Er wurde nie gesichert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>Remove “{title}”? Its bookings stay.</source>
        <translation>„{title}“ entfernen? Seine Buchungen bleiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>Remove “{title}”? Its bookings stay, {count} of them still to come.</source>
        <translation>„{title}“ entfernen? Seine Buchungen bleiben, {count} davon stehen noch an.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>“{title}” is saved.</source>
        <translation>„{title}“ ist gesichert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>“{title}” is saved. Free times: {change}.</source>
        <translation>„{title}“ ist gesichert. Freie Zeiten: {change}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source> and {count} more</source>
        <translation> und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>What you changed in {titles} is not saved.</source>
        <translation>Ihre Änderungen an {titles} sind nicht gesichert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>This link was changed elsewhere meanwhile. Save keeps what stands here.</source>
        <translation>Dieser Link wurde inzwischen anderswo geändert. „Sichern“ behält, was hier steht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>This link was removed elsewhere meanwhile. Save makes it anew.</source>
        <translation>Dieser Link wurde inzwischen anderswo entfernt. „Sichern“ legt ihn neu an.</translation>
    </message>
</context>
<context>
    <name>LinkFrame</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>There is no link yet. “New link” makes one.</source>
        <translation>Es gibt noch keinen Link. „Neuer Link“ legt einen an.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>Undo chan&amp;ges</source>
        <translation>Änderungen zurü&amp;cknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Sichern</translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>New &amp;link</source>
        <translation>Neuer &amp;Link</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>Du&amp;plicate</source>
        <translation>Du&amp;plizieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>not saved</source>
        <translation>nicht gesichert</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>LinkPreview</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Times that come and go</source>
        <translation>Zeiten, die kommen und gehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Preview 1 week</source>
        <translation>Vorschau auf 1 Woche</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Preview {weeks} weeks</source>
        <translation>Vorschau auf {weeks} Wochen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Free times are not known yet. {progress}</source>
        <translation>Freie Zeiten sind noch nicht bekannt. {progress}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>A field needs correcting. This is how things stood before.</source>
        <translation>Ein Feld ist zu berichtigen. So war es vorher.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{come} come, {go} go</source>
        <translation>{come} kommen, {go} gehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{before} times → {after}: {change}</source>
        <translation>{before} Zeiten → {after}: {change}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>1 time, nothing changes</source>
        <translation>1 Zeit, nichts ändert sich</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{count} times, nothing changes</source>
        <translation>{count} Zeiten, nichts ändert sich</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Free times for {length}, shown in {zone}.</source>
        <translation>Freie Zeiten für {length}, in {zone}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Change something, and what it brings and costs stands here.</source>
        <translation>Ändern Sie etwas, dann steht hier, was es bringt und kostet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>+ {count} come: {times}</source>
        <translation>+ {count} kommen: {times}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>− {count} go: {times}</source>
        <translation>− {count} gehen: {times}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{day}: {count} come: {times}</source>
        <translation>{day}: {count} kommen: {times}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{day}: {count} go: {times}</source>
        <translation>{day}: {count} gehen: {times}</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>LinksPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>&amp;New link…</source>
        <translation>&amp;Neuer Link …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>There is no link yet. “New link” makes one.</source>
        <translation>Es gibt noch keinen Link. „Neuer Link“ legt einen an.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>Booking links</source>
        <translation>Buchungslinks</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>A link is a kind of meeting: how long it takes, when it can be booked, and where.</source>
        <translation>Ein Link ist eine Art von Treffen: wie lange es dauert, wann man es buchen kann und wo.</translation>
    </message>
</context>
<context>
    <name>MailButton</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Write an e-mail to {address}</source>
        <translation>E-Mail an {address} schreiben</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>Workestra Desktop</source>
        <translation>Workestra Desktop</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>Workestra Desktop – Demo</source>
        <translation>Workestra Desktop – Demo</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>A link asks for a booking. The form opens once you are connected.</source>
        <translation>Ein Link bittet um eine Buchung. Das Formular öffnet sich, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>A link asks for a booking. The form opens once the set-up is done.</source>
        <translation>Ein Link bittet um eine Buchung. Das Formular öffnet sich, sobald die Einrichtung abgeschlossen ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>A link asks for a booking. The form opens once you have made a booking link.</source>
        <translation>Ein Link bittet um eine Buchung. Das Formular öffnet sich, sobald Sie einen Buchungslink angelegt haben.</translation>
    </message>
</context>
<context>
    <name>MeetingGroup</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Let iCloud &amp;invite the guest</source>
        <translation>Gast durch iCloud einla&amp;den</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>{guest} stands for the guest's name.</source>
        <translation>{guest} steht für den Namen des Gasts.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>For the workestra command. It stays as it is once the link is saved.</source>
        <translation>Für den Befehl „workestra“. Er bleibt, sobald der Link gesichert ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>D&amp;urations</source>
        <translation>D&amp;auer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Like 30 min, 1 h. The usual one comes first.</source>
        <translation>Etwa 30 min, 1 h. Die übliche zuerst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Locati&amp;on</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Video address</source>
        <translation>&amp;Videoadresse</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Calendar</source>
        <translation>&amp;Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Alarms</source>
        <translation>&amp;Hinweise</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>How long before the start, like 10 min, 1 day.</source>
        <translation>Wie lange vor dem Beginn, etwa 10 min, 1 Tag.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Apple then mails the guest, with your note, and again after every change. Off: nobody is mailed.</source>
        <translation>Apple schreibt dann dem Gast, mit Ihrer Notiz, auch nach jeder Änderung. Aus: Niemand bekommt Post.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>A calendar that bookings cannot be written to</source>
        <translation>Ein Kalender, in den keine Buchungen geschrieben werden können</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>The usual one ({name})</source>
        <translation>Der übliche ({name})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>The usual one</source>
        <translation>Der übliche</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Calendar without a name</source>
        <translation>Kalender ohne Namen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Another link has this short name.</source>
        <translation>Ein anderer Link hat diesen Kurznamen.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Booking</source>
        <translation>&amp;Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>i&amp;Cloud</source>
        <translation>i&amp;Cloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;New booking…</source>
        <translation>&amp;Neue Buchung …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Reschedule…</source>
        <translation>&amp;Verschieben …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>C&amp;ancel booking…</source>
        <translation>Buchung &amp;absagen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Undo cancel or move</source>
        <translation>Absage oder Verschiebung &amp;zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>Copy my &amp;times…</source>
        <translation>Meine Zeiten ko&amp;pieren …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>Booking &amp;links…</source>
        <translation>Buchungs&amp;links …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Bookings</source>
        <translation>&amp;Buchungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Week</source>
        <translation>&amp;Woche</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Notices…</source>
        <translation>&amp;Mitteilungen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Sync now</source>
        <translation>&amp;Synchronisieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Calendars…</source>
        <translation>&amp;Kalender …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Free and busy…</source>
        <translation>F&amp;rei und belegt …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>New &amp;password…</source>
        <translation>Neues &amp;Passwort …</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>“{text}” is not a length like 30 min, 2 h or 1 day.</source>
        <translation>„{text}“ ist keine Länge wie 30 min, 2 h oder 1 Tag.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>“{text}” is not a whole number.</source>
        <translation>„{text}“ ist keine ganze Zahl.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bar.py"/>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bar.py"/>
        <source>S&amp;how</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bar.py"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>NoticeBell</name>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>{count} new</source>
        <translation>{count} neu</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>Notices, {count} new</source>
        <translation>Mitteilungen, {count} neu</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>Notices (Ctrl+Shift+N)</source>
        <translation>Mitteilungen (Strg+Umschalt+N)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>a guest</source>
        <translation>ein Gast</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Booking with {guest} moved</source>
        <translation>Buchung mit {guest} verschoben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Booking with {guest} cancelled</source>
        <translation>Buchung mit {guest} abgesagt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>iCloud refused it. It is kept here.</source>
        <translation>iCloud hat sie abgelehnt. Hier bleibt sie.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Booking with {guest} needs a decision</source>
        <translation>Buchung mit {guest} braucht eine Entscheidung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>An event lies on the booking with {guest}</source>
        <translation>Ein Termin liegt auf der Buchung mit {guest}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>“{event}” is {there}; the booking is {booked}. Both stay until you decide.</source>
        <translation>„{event}“ ist am {there}, die Buchung am {booked}. Beide bleiben, bis Sie entscheiden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Event without a title</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>A booking moved</source>
        <translation>Eine Buchung wurde verschoben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>A booking was cancelled</source>
        <translation>Eine Buchung wurde abgesagt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>A booking needs a decision</source>
        <translation>Eine Buchung braucht eine Entscheidung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>An event lies on a booking</source>
        <translation>Ein Termin liegt auf einer Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{count} bookings' events are gone from iCloud</source>
        <translation>Termine von {count} Buchungen sind aus iCloud verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Nothing was cancelled. Decide in Workestra: put them back, or cancel them.</source>
        <translation>Es wurde nichts abgesagt. Entscheiden Sie in Workestra: wieder eintragen oder absagen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>iCloud has been out of reach for an hour</source>
        <translation>iCloud ist seit einer Stunde nicht erreichbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>It was moved in iCloud and is now {time}.</source>
        <translation>Sie wurde in iCloud auf {time} verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>It was moved in iCloud and is now {time}. It was {before}.</source>
        <translation>Sie wurde in iCloud auf {time} verschoben. Vorher: {before}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Its event on {time} was deleted in iCloud.</source>
        <translation>Ihr Termin ({time}) wurde in iCloud gelöscht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>The booking is {booked}. Both stay until you decide.</source>
        <translation>Die Buchung ist am {booked}. Beide bleiben, bis Sie entscheiden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{notices} notices about one booking</source>
        <translation>{notices} Mitteilungen zu einer Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{count} bookings changed in iCloud</source>
        <translation>{count} Buchungen haben sich in iCloud geändert</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Events lie on {count} bookings</source>
        <translation>Auf {count} Buchungen liegen Termine</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{count} bookings need a look</source>
        <translation>{count} Buchungen brauchen Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>The list of notices tells of each.</source>
        <translation>Die Liste der Mitteilungen nennt jede.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>With {first} and {second}. The list of notices tells of each.</source>
        <translation>Mit {first} und {second}. Die Liste der Mitteilungen nennt jede.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>With {first}, {second} and {third}. The list of notices tells of each.</source>
        <translation>Mit {first}, {second} und {third}. Die Liste der Mitteilungen nennt jede.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>With {first}, {second} and {count} others. The list of notices tells of each.</source>
        <translation>Mit {first}, {second} und {count} weiteren. Die Liste der Mitteilungen nennt jede.</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>&amp;Undo…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>S&amp;how</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>No notices</source>
        <translation>Keine Mitteilungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>What iCloud changes about your bookings, and what needs a decision, is told here and kept for 30 days.</source>
        <translation>Was iCloud an Ihren Buchungen ändert und was eine Entscheidung braucht, steht hier und bleibt 30 Tage.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>S&amp;how booking</source>
        <translation>Buchung an&amp;zeigen</translation>
    </message>
</context>
<context>
    <name>NoticesModel</name>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>New: {title}. {body} {time}</source>
        <translation>Neu: {title}. {body} {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>{title}. {body} {time}</source>
        <translation>{title}. {body} {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>NoticesPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Notices that pop up</source>
        <translation>Mitteilungen, die erscheinen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>What is switched off does not pop up. The list of notices in the window holds all.</source>
        <translation>Was aus ist, erscheint nicht. Die Liste der Mitteilungen im Fenster enthält alle.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>When others can see your screen</source>
        <translation>Wenn andere Ihren Bildschirm sehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>&amp;Hide names and titles</source>
        <translation>&amp;Namen und Titel verbergen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Tray and notices name no guest and no event.</source>
        <translation>Infobereich und Mitteilungen nennen keinen Gast und keinen Termin.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Quiet for a while</source>
        <translation>Eine Weile Ruhe</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>While Workestra is paused nothing pops up, and it does not look at iCloud by itself. What you do yourself still goes to iCloud. Pause is in the iCloud menu and in the tray.</source>
        <translation>Solange Workestra pausiert, erscheint nichts, und es sieht nicht von selbst in iCloud nach. Was Sie selbst tun, geht weiter an iCloud. „Pausieren“ ist im Menü „iCloud“ und im Infobereich.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>A booking was moved in iCloud</source>
        <translation>Eine Buchung wurde in iCloud verschoben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>A booking's event was deleted in iCloud</source>
        <translation>Der Termin einer Buchung wurde in iCloud gelöscht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>An event lies on a booking</source>
        <translation>Ein Termin liegt auf einer Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>iCloud refused a booking for good</source>
        <translation>iCloud hat eine Buchung endgültig abgelehnt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>You decide what becomes of it.</source>
        <translation>Sie entscheiden, was aus ihr wird.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Several bookings' events are gone at once</source>
        <translation>Termine mehrerer Buchungen sind auf einmal verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Nothing is cancelled until you say so.</source>
        <translation>Nichts wird abgesagt, bis Sie es sagen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>iCloud needs a new password</source>
        <translation>iCloud braucht ein neues Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>iCloud could not be reached for an hour</source>
        <translation>iCloud war eine Stunde lang nicht erreichbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>“{notice}” pops up.</source>
        <translation>„{notice}“ erscheint.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>“{notice}” no longer pops up.</source>
        <translation>„{notice}“ erscheint nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Names and titles are hidden.</source>
        <translation>Namen und Titel sind verborgen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Names and titles are shown.</source>
        <translation>Namen und Titel werden gezeigt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Hidden names</source>
        <translation>Verborgene Namen</translation>
    </message>
</context>
<context>
    <name>OtherTime</name>
    <message>
        <location filename="../../workestra_desktop/ui/other_time.py"/>
        <source>Another &amp;time</source>
        <translation>Andere &amp;Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/other_time.py"/>
        <source>Another time</source>
        <translation>Andere Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/other_time.py"/>
        <source>&amp;Outside the link's rules</source>
        <translation>&amp;Außerhalb der Regeln des Links</translation>
    </message>
</context>
<context>
    <name>Overlaps</name>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Event without a title</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” in “{calendar}” is at that time</source>
        <translation>„{event}“ in „{calendar}“ ist zu dieser Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” is at that time</source>
        <translation>„{event}“ ist zu dieser Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” in “{calendar}” is in the time kept free around it</source>
        <translation>„{event}“ in „{calendar}“ liegt in der Zeit, die davor und danach frei bleibt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” is in the time kept free around it</source>
        <translation>„{event}“ liegt in der Zeit, die davor und danach frei bleibt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>The event is {there}; the booking is {booked}. Both stay until you decide.</source>
        <translation>Der Termin ist am {there}, die Buchung am {booked}. Beide bleiben, bis Sie entscheiden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>booking with {guest}, “{event}”</source>
        <translation>Buchung mit {guest}, „{event}“</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” lies on the booking with {guest}</source>
        <translation>„{event}“ liegt auf der Buchung mit {guest}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>&amp;Move booking…</source>
        <translation>Buchung &amp;verschieben …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Choose another time for the booking.</source>
        <translation>Eine andere Zeit für die Buchung wählen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>&amp;Keep both</source>
        <translation>Beide &amp;behalten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Keeping both…</source>
        <translation>Beide bleiben …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Both stay as they are. You are never asked about these two again.</source>
        <translation>Beide bleiben, wie sie sind. Nach diesen beiden werden Sie nie wieder gefragt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>&amp;Ignore</source>
        <translation>&amp;Ignorieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Ignoring it…</source>
        <translation>Wird ignoriert …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Put aside for now. You are asked again if one of the two moves and they still collide.</source>
        <translation>Fürs Erste beiseitegelegt. Sie werden wieder gefragt, wenn sich eins von beiden bewegt und sie noch zusammenstoßen.</translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <location filename="../../workestra_desktop/ui/page_switch.py"/>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/page_switch.py"/>
        <source>Bookin&amp;gs</source>
        <translation>Buchun&amp;gen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/page_switch.py"/>
        <source>&amp;Week</source>
        <translation>&amp;Woche</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>abcd-efgh-ijkl-mnop</source>
        <translation>abcd-efgh-ijkl-mnop</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>App-specific password</source>
        <translation>App-spezifisches Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>16 letters in four groups. Dashes and spaces may be left out.</source>
        <translation>16 Buchstaben in vier Gruppen. Striche und Leerzeichen dürfen fehlen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>✓ This has the shape of an app-specific password.</source>
        <translation>✓ Das hat die Form eines app-spezifischen Passworts.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>That looks like your normal password. iCloud won't take it from apps.</source>
        <translation>Das sieht nach Ihrem normalen Passwort aus. Von Apps nimmt iCloud es nicht an.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>{count} of 16 letters</source>
        <translation>{count} von 16 Buchstaben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>PasswordHelp</name>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Open Apple's pa&amp;ge</source>
        <translation>Apples &amp;Seite öffnen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>I &amp;have one</source>
        <translation>Ich &amp;habe eins</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>How to make one</source>
        <translation>So erstellen Sie eins</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>1. Sign in to your Apple Account on Apple's page.</source>
        <translation>1. Melden Sie sich auf Apples Seite bei Ihrem Apple-Account an.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>2. Open “Sign-In and Security”, then “App-Specific Passwords”.</source>
        <translation>2. Öffnen Sie „Anmeldung und Sicherheit“, dann „App-spezifische Passwörter“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>3. Make a new one, call it Workestra, and copy its 16 letters into the field above.</source>
        <translation>3. Erstellen Sie ein neues, nennen Sie es Workestra, und kopieren Sie seine 16 Buchstaben in das Feld oben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>What is two-factor authentication?</source>
        <translation>Was ist Zwei-Faktor-Authentifizierung?</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>When you sign in, a code on your iPhone, iPad or Mac confirms that it is you.</source>
        <translation>Bei der Anmeldung bestätigt ein Code auf Ihrem iPhone, iPad oder Mac, dass Sie es sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Apple makes app-specific passwords only for accounts that use it. You turn it on in the settings of your device, under your name and “Sign-In &amp; Security”.</source>
        <translation>Apple erstellt app-spezifische Passwörter nur für Accounts, die sie nutzen. Sie schalten sie in den Einstellungen Ihres Geräts ein, unter Ihrem Namen und „Anmeldung &amp; Sicherheit“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Apple allows 25 of them</source>
        <translation>Apple erlaubt 25 davon</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>If Apple makes no more, remove one on the same page that you no longer need.</source>
        <translation>Erstellt Apple keins mehr, entfernen Sie auf derselben Seite eins, das Sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>The app that used it then asks for a new one. Changing your Apple password removes them all.</source>
        <translation>Die App, die es nutzte, fragt dann nach einem neuen. Wenn Sie Ihr Apple-Passwort ändern, werden alle entfernt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Apple makes an app-specific password for each app.</source>
        <translation>Apple erstellt für jede App ein app-spezifisches Passwort.</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;usieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>For an &amp;hour</source>
        <translation>Für eine &amp;Stunde</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>Until &amp;tomorrow</source>
        <translation>Bis &amp;morgen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>Until &amp;I resume</source>
        <translation>Bis &amp;ich fortsetze</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
</context>
<context>
    <name>PickingDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/picking.py"/>
        <source>Asking iCloud whether the time is still free…</source>
        <translation>iCloud wird gefragt, ob die Zeit noch frei ist …</translation>
    </message>
</context>
<context>
    <name>PopupPost</name>
    <message>
        <location filename="../../workestra_desktop/ui/popup_post.py"/>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/popup_post.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>Cance&amp;l them…</source>
        <translation>&amp;Absagen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>&amp;Put them back</source>
        <translation>&amp;Wieder eintragen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source> and {count} more</source>
        <translation> und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>Show all {count} problems</source>
        <translation>Alle {count} Probleme zeigen</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>What needs a look</source>
        <translation>Was Ihre Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>RequestBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/request_bar.py"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>There is no booking link “{asked}”. “{link}” is chosen instead.</source>
        <translation>Es gibt keinen Buchungslink „{asked}“. Gewählt ist stattdessen „{link}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>“{link}” is not offered with {asked} min.</source>
        <translation>„{link}“ wird nicht mit {asked} min angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>{time} is over.</source>
        <translation>{time} ist vorbei.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>{time} is too far ahead.</source>
        <translation>{time} liegt zu weit in der Zukunft.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>Choose another time.</source>
        <translation>Wählen Sie eine andere Zeit.</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <location filename="../../workestra_desktop/ui/requests.py"/>
        <source>A link could not be used. {why}</source>
        <translation>Ein Link ist nicht zu gebrauchen. {why}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/requests.py"/>
        <source>A link asks for a booking. Its form opens when you close this.</source>
        <translation>Ein Link bittet um eine Buchung. Sein Formular öffnet sich, wenn Sie dies hier schließen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/requests.py"/>
        <source>{count} links ask for a booking. The form of the last one opens when you close this.</source>
        <translation>{count} Links bitten um eine Buchung. Das Formular des letzten öffnet sich, wenn Sie dies hier schließen.</translation>
    </message>
</context>
<context>
    <name>RescheduleDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/reschedule_dialog.py"/>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/reschedule_dialog.py"/>
        <source>Reschedule</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/reschedule_dialog.py"/>
        <source>Now: {time}</source>
        <translation>Jetzt: {time}</translation>
    </message>
</context>
<context>
    <name>RulesGroup</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Room and limits</source>
        <translation>Abstand und Grenzen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Unit of the notice</source>
        <translation>Einheit der Vorlaufzeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>So many days ahead</source>
        <translation>So viele Tage im Voraus</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Fixed days</source>
        <translation>Feste Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>How far ahead</source>
        <translation>Wie weit im Voraus</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Free &amp;before</source>
        <translation>&amp;Frei davor</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Free a&amp;fter</source>
        <translation>Frei da&amp;nach</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Buffers, also around what is in your calendars.</source>
        <translation>Puffer, auch zu dem, was in Ihren Kalendern steht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>{field}, in minutes</source>
        <translation>{field}, in Minuten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Notice</source>
        <translation>Vorlauf</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>&amp;Notice</source>
        <translation>Vorla&amp;uf</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Nothing can be booked at shorter notice.</source>
        <translation>Kürzer im Voraus lässt sich nichts buchen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Step, in minutes</source>
        <translation>Schritt, in Minuten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Start &amp;every</source>
        <translation>Beg&amp;inn alle</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Left empty: one meeting after the other.</source>
        <translation>Leer gelassen: ein Treffen nach dem anderen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Days ahead</source>
        <translation>Tage im Voraus</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Boo&amp;kable</source>
        <translation>&amp;Buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>At most a da&amp;y</source>
        <translation>Höchstens am Ta&amp;g</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>At most a &amp;week</source>
        <translation>Höchstens pro &amp;Woche</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>meetings</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>Search guests, notes, links</source>
        <translation>Gäste, Notizen, Links suchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>Search bookings</source>
        <translation>Buchungen suchen</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_list.py"/>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_dialog.py"/>
        <source>&amp;Undo: {change}</source>
        <translation>&amp;Zurücknehmen: {change}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_dialog.py"/>
        <source>“{title}” is removed. Its bookings stay.</source>
        <translation>„{title}“ ist entfernt. Seine Buchungen bleiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_dialog.py"/>
        <source>“{title}” is saved.</source>
        <translation>„{title}“ ist gesichert.</translation>
    </message>
</context>
<context>
    <name>SettingsFrame</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Calendars and free/busy</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Booking links</source>
        <translation>Buchungslinks</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Changes apply at once and can be taken back.</source>
        <translation>Änderungen gelten sofort und lassen sich zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SetupStep</name>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>SlotCalendar</name>
    <message>
        <location filename="../../workestra_desktop/ui/slot_calendar.py"/>
        <source>Point at a time that is free. Of a grey one you see here why it is not.</source>
        <translation>Zeigen Sie auf eine freie Zeit. Zu einer grauen steht hier, warum sie es nicht ist.</translation>
    </message>
</context>
<context>
    <name>SlotList</name>
    <message>
        <location filename="../../workestra_desktop/ui/slot_list.py"/>
        <source>Days with free times</source>
        <translation>Tage mit freien Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_list.py"/>
        <source>Free times</source>
        <translation>Freie Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_list.py"/>
        <source>{day} · {count} free</source>
        <translation>{day} · {count} frei</translation>
    </message>
</context>
<context>
    <name>SlotPicker</name>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Times in {zone}</source>
        <translation>Zeiten in {zone}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>&amp;Calendar</source>
        <translation>&amp;Kalender</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Free times are not known yet.</source>
        <translation>Freie Zeiten sind noch nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Choose a time first.</source>
        <translation>Wählen Sie zuerst eine Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Free times are not known yet.
{progress}</source>
        <translation>Freie Zeiten sind noch nicht bekannt.
{progress}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>No free time in these seven days.
Look later, or choose another time below.</source>
        <translation>Keine freie Zeit in diesen sieben Tagen.
Blättern Sie weiter, oder wählen Sie unten eine andere Zeit.</translation>
    </message>
</context>
<context>
    <name>SpecialDays</name>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Add special &amp;days</source>
        <translation>Besonde&amp;re Tage hinzufügen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/status_line.py"/>
        <source>Talking to iCloud</source>
        <translation>Abgleich mit iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/status_line.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/status_line.py"/>
        <source>Ends the pause</source>
        <translation>Beendet die Pause</translation>
    </message>
</context>
<context>
    <name>StaysEditor</name>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>Time zone there</source>
        <translation>Zeitzone dort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>&amp;Add journey</source>
        <translation>Reise &amp;hinzufügen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>You are elsewhere then: {journey}.</source>
        <translation>Dann sind Sie anderswo: {journey}.</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Step {number} of {count}: {step}.</source>
        <translation>Schritt {number} von {count}: {step}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Done: {steps}.</source>
        <translation>Erledigt: {steps}.</translation>
    </message>
</context>
<context>
    <name>TimesDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Copy my times</source>
        <translation>Meine Zeiten kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Text with formatting</source>
        <translation>Formatierter Text</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Guest’s time zone</source>
        <translation>Zeitzone des Gasts</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>optional: type a city</source>
        <translation>optional: eine Stadt eintippen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>What will be pasted</source>
        <translation>Was eingefügt wird</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Save as calendar file…</source>
        <translation>Als Kalenderdatei &amp;sichern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Meeting</source>
        <translation>&amp;Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;From</source>
        <translation>A&amp;b</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Guest’s time zone</source>
        <translation>&amp;Zeitzone des Gasts</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Times are given in your time zone, {zone}.</source>
        <translation>Die Zeiten stehen in Ihrer Zeitzone, {zone}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Saved as {name}.</source>
        <translation>Gesichert als {name}.</translation>
    </message>
</context>
<context>
    <name>TimesFile</name>
    <message>
        <location filename="../../workestra_desktop/ui/times_file.py"/>
        <source>Save times</source>
        <translation>Zeiten sichern</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_file.py"/>
        <source>Calendar file</source>
        <translation>Kalenderdatei</translation>
    </message>
</context>
<context>
    <name>TimesWords</name>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied 1 time for “{title}”.</source>
        <translation>1 Zeit für „{title}“ kopiert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied {count} times for “{title}”.</source>
        <translation>{count} Zeiten für „{title}“ kopiert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied 1 time.</source>
        <translation>1 Zeit kopiert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied {count} times.</source>
        <translation>{count} Zeiten kopiert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>No free time in {days} days from {day} on. Choose other days, or see on the week page what is in the way.</source>
        <translation>Keine freie Zeit in {days} Tagen ab {day}. Wählen Sie andere Tage, oder sehen Sie in der Woche, was im Weg ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>No free time in {days} days from today. Choose more days, or see on the week page what is in the way.</source>
        <translation>Keine freie Zeit in {days} Tagen ab heute. Wählen Sie mehr Tage, oder sehen Sie in der Woche, was im Weg ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Nothing copied: no free time in {days} days from today. The clipboard is as it was.</source>
        <translation>Nichts kopiert: keine freie Zeit in {days} Tagen ab heute. Die Zwischenablage ist, wie sie war.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>There are no times to copy without a booking link. Make one under “Booking links”.</source>
        <translation>Ohne Buchungslink gibt es keine Zeiten zu kopieren. Legen Sie unter „Buchungslinks“ einen an.</translation>
    </message>
</context>
<context>
    <name>Tongue</name>
    <message>
        <location filename="../../workestra_desktop/ui/tongue.py"/>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tongue.py"/>
        <source>en</source>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>&amp;New booking</source>
        <translation>&amp;Neue Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>S&amp;ync now</source>
        <translation>S&amp;ynchronisieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Calen&amp;dars…</source>
        <translation>&amp;Kalender …</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>No coming booking</source>
        <translation>Keine anstehende Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>A booking, {time} ({countdown})</source>
        <translation>Eine Buchung, {time} ({countdown})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>{guest}, {time} ({countdown})</source>
        <translation>{guest}, {time} ({countdown})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Workestra – {state}</source>
        <translation>Workestra – {state}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Finish setting up…</source>
        <translation>Einrichtung abschließen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Join meeting</source>
        <translation>Treffen bei&amp;treten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>Copy meeting lin&amp;k</source>
        <translation>Link zum Treffen &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;New booking…</source>
        <translation>&amp;Neue Buchung …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Copy my times…</source>
        <translation>&amp;Meine Zeiten kopieren …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Sync now</source>
        <translation>&amp;Synchronisieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Hide names and titles</source>
        <translation>&amp;Namen und Titel verbergen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>No&amp;tices…</source>
        <translation>Mi&amp;tteilungen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Open Workestra</source>
        <translation>Workestra ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>No&amp;tices ({count} new)…</source>
        <translation>Mi&amp;tteilungen ({count} neu) …</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Its event is gone from iCloud, together with others.</source>
        <translation>Ihr Termin ist mit anderen zusammen aus iCloud verschwunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Its event was not found in iCloud, nor were others; it is looked for again.</source>
        <translation>Ihr Termin wurde in iCloud nicht gefunden, andere auch nicht; er wird wieder gesucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Its event is gone from iCloud, and another one lies in its place.</source>
        <translation>Ihr Termin ist aus iCloud verschwunden, und ein anderer liegt an seiner Stelle.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Give the guest's name, at most 200 characters.</source>
        <translation>Geben Sie den Namen des Gasts an, höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{email}” is not an e-mail address.</source>
        <translation>„{email}“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>The note is longer than 10,000 characters.</source>
        <translation>Die Notiz ist länger als 10.000 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>A text has a character that calendars cannot hold (U+{code}).</source>
        <translation>Ein Text enthält ein Zeichen, das Kalender nicht aufnehmen können (U+{code}).</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It is longer than {most} characters.</source>
        <translation>Er ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It does not begin with “workestra:”.</source>
        <translation>Er beginnt nicht mit „workestra:“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It has a blank or an invisible character; a blank is written %20 in a link.</source>
        <translation>Er enthält ein Leerzeichen oder ein unsichtbares Zeichen; ein Leerzeichen wird in einem Link als %20 geschrieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It has a “/” or a “#” where none can be.</source>
        <translation>Er enthält „/“ oder „#“, wo keines stehen kann.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It has more than {most} fields.</source>
        <translation>Er hat mehr als {most} Felder.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{field}” has a “%” that stands for nothing; a percent sign is written %25.</source>
        <translation>„{field}“ enthält ein „%“, das für nichts steht; ein Prozentzeichen wird als %25 geschrieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{field}” is longer than {most} characters.</source>
        <translation>„{field}“ ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{link}” cannot be the name of a booking link.</source>
        <translation>„{link}“ kann kein Name eines Buchungslinks sein.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{minutes}” is not a number of minutes.</source>
        <translation>„{minutes}“ ist keine Zahl von Minuten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>“{text}” is not a time. Write it like 2026-12-01T10:00+01:00.</source>
        <translation>„{text}“ ist keine Zeit. Schreiben Sie sie wie 2026-12-01T10:00+01:00.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>Its time has neither an offset, like +01:00, nor a “zone”.</source>
        <translation>Seine Zeit hat weder einen Abstand zu UTC wie +01:00 noch eine Zeitzone („zone“).</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>Workestra does not know what “{action}” is.</source>
        <translation>Workestra weiß nicht, was „{action}“ ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It gives “{field}” twice.</source>
        <translation>Er enthält „{field}“ zweimal.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{field}” is not in UTF-8.</source>
        <translation>„{field}“ ist nicht in UTF-8.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>send it to iCloud once more</source>
        <translation>noch einmal an iCloud senden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>take the event as it is in iCloud</source>
        <translation>den Termin so übernehmen, wie er in iCloud ist</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>keep the time it has here, and move the event there</source>
        <translation>die Zeit hier behalten und den Termin dorthin verschieben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>write its event into iCloud anew</source>
        <translation>ihren Termin neu in iCloud schreiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>end the booking here, and leave its event in iCloud as it is</source>
        <translation>die Buchung hier beenden und ihren Termin in iCloud lassen, wie er ist</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>cancel the booking; what is left of its event is deleted</source>
        <translation>die Buchung absagen; was von ihrem Termin übrig ist, wird gelöscht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/endpoint.py"/>
        <source>WORKESTRA_ENDPOINT may only name 127.0.0.1, ::1 or localhost.</source>
        <translation>WORKESTRA_ENDPOINT darf nur 127.0.0.1, ::1 oder localhost nennen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/endpoint.py"/>
        <source>WORKESTRA_ENDPOINT must be a plain http://127.0.0.1:PORT/path/ address.</source>
        <translation>WORKESTRA_ENDPOINT muss eine einfache Adresse wie http://127.0.0.1:PORT/pfad/ sein.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/env.py"/>
        <source>{name} must be a number of seconds.</source>
        <translation>{name} muss eine Anzahl von Sekunden sein.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{link}” cannot name a link: use a-z, 0-9 and dashes.</source>
        <translation>„{link}“ kann kein Name eines Links sein: Nehmen Sie a-z, 0-9 und Striche.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A link needs a title of at most 200 characters.</source>
        <translation>Ein Link braucht einen Titel von höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A link needs at least one duration.</source>
        <translation>Ein Link braucht mindestens eine Dauer.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Durations are 1 minute to 24 hours.</source>
        <translation>Eine Dauer ist 1 Minute bis 24 Stunden lang.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A duration stands twice.</source>
        <translation>Eine Dauer steht zweimal da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Buffers are 0 minutes to 24 hours.</source>
        <translation>Puffer sind 0 Minuten bis 24 Stunden lang.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Notice is 0 minutes to one year.</source>
        <translation>Der Vorlauf ist 0 Minuten bis ein Jahr lang.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The step is 5 to 720 minutes.</source>
        <translation>Der Schritt ist 5 bis 720 Minuten lang.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The booking window is 1 to 730 days.</source>
        <translation>Gebucht werden kann 1 bis 730 Tage im Voraus.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Alarms are 0 minutes to 28 days before.</source>
        <translation>Hinweise kommen 0 Minuten bis 28 Tage vorher.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>An alarm stands twice.</source>
        <translation>Ein Hinweis steht zweimal da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The location is at most 500 characters.</source>
        <translation>Der Ort hat höchstens 500 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A range of days ends before it begins.</source>
        <translation>Eine Reihe von Tagen endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The booking window ends before it begins.</source>
        <translation>Der buchbare Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>Days lie in the years {first} to {last}.</source>
        <translation>Tage liegen in den Jahren {first} bis {last}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Hours are kept by weekday, mon to sun.</source>
        <translation>Zeiten stehen nach Wochentagen, mon bis sun.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A limit is 1 to 1000 meetings.</source>
        <translation>Eine Grenze ist 1 bis 1000 Treffen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The meeting URL must start with https:// and have no spaces.</source>
        <translation>Die Videoadresse muss mit https:// beginnen und darf keine Leerzeichen haben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{link}” offers {offered} minutes, not {asked}.</source>
        <translation>„{link}“ bietet {offered} Minuten an, nicht {asked}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{text}” is not a window like 09:00-17:00.</source>
        <translation>„{text}“ ist kein Zeitraum wie 09:00-17:00.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The windows in “{text}” overlap.</source>
        <translation>Die Zeiträume in „{text}“ überschneiden sich.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{text}” is not a line of hours like “mon-fri 09:00-17:00”.</source>
        <translation>„{text}“ ist keine Zeile mit Zeiten wie „mon-fri 09:00-17:00“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>These times are free for “{title}” ({length}):</source>
        <translation>Diese Zeiten sind frei für „{title}“ ({length}):</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Proposed: {title} ({length})</source>
        <translation>Vorgeschlagen: {title} ({length})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Only proposed, not booked.</source>
        <translation>Nur vorgeschlagen, nicht gebucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Please answer with a number. Nothing is booked until it is confirmed.</source>
        <translation>Bitte antworten Sie mit einer Nummer. Nichts ist gebucht, bis es bestätigt ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{times}, a start every {step}, the last at {last}</source>
        <translation>{times}, Beginn alle {step}, zuletzt um {last}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Please answer with a number and a start. Nothing is booked until it is confirmed.</source>
        <translation>Bitte antworten Sie mit einer Nummer und einem Beginn. Nichts ist gebucht, bis es bestätigt ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{first}, {start}–{last}, {end} ({place})</source>
        <translation>{first}, {start}–{last}, {end} ({place})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>One later time is free as well.</source>
        <translation>Eine spätere Zeit ist auch frei.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{start}–{last}, {end} ({place})</source>
        <translation>{start}–{last}, {end} ({place})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{first}, {start}–{end} ({place})</source>
        <translation>{first}, {start}–{end} ({place})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{start}–{end} ({place})</source>
        <translation>{start}–{end} ({place})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{count} later times are free as well.</source>
        <translation>{count} spätere Zeiten sind auch frei.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/restoring.py"/>
        <source>Restored from a backup. Its event has not been found in iCloud since.</source>
        <translation>Aus einer Sicherung zurückgeholt. Ihr Termin wurde seither nicht in iCloud gefunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/restoring.py"/>
        <source>Restored from a backup. Its event may still be in iCloud: it was about to be removed.</source>
        <translation>Aus einer Sicherung zurückgeholt. Ihr Termin ist vielleicht noch in iCloud: Er sollte gerade entfernt werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>More than {most} stays are not kept.</source>
        <translation>Mehr als {most} Aufenthalte werden nicht behalten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>A stay ends before it begins.</source>
        <translation>Ein Aufenthalt endet, bevor er beginnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>Two stays overlap: {first} and {second}.</source>
        <translation>Zwei Aufenthalte überschneiden sich: {first} und {second}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>It is outside the hours of “{link}”.</source>
        <translation>Das ist außerhalb der Zeiten von „{link}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” takes at most {most} a day, and they are booked.</source>
        <translation>„{link}“ nimmt höchstens {most} am Tag an, und die sind gebucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” takes at most {most} a week, and they are booked.</source>
        <translation>„{link}“ nimmt höchstens {most} pro Woche an, und die sind gebucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” starts every {every} minutes from {time}.</source>
        <translation>„{link}“ beginnt alle {every} Minuten ab {time}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” needs {minutes} minutes of notice.</source>
        <translation>„{link}“ braucht {minutes} Minuten Vorlauf.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” can be booked from {first} to {last}.</source>
        <translation>„{link}“ ist vom {first} bis zum {last} buchbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” can be booked {days} days ahead.</source>
        <translation>„{link}“ ist {days} Tage im Voraus buchbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>That time is over.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>{time} does not exist in {zone}: the clocks go forward then.</source>
        <translation>{time} gibt es in {zone} nicht: Da wird die Uhr vorgestellt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>There is no time zone called “{zone}”.</source>
        <translation>Es gibt keine Zeitzone namens „{zone}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>{time} comes twice in {zone}: the clocks go back then. Add the offset, like +01:00.</source>
        <translation>{time} gibt es in {zone} zweimal: Da wird die Uhr zurückgestellt. Geben Sie den Abstand an, etwa +01:00.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud cannot be read any more.</source>
        <translation>Ihr Termin in iCloud lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud has no length any more.</source>
        <translation>Ihr Termin in iCloud hat keine Länge mehr.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud is marked as cancelled.</source>
        <translation>Ihr Termin in iCloud ist als abgesagt markiert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud has become a series.</source>
        <translation>Ihr Termin in iCloud ist eine Serie geworden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud has become an all-day event.</source>
        <translation>Ihr Termin in iCloud ist ein ganztägiger Termin geworden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings are kept here.</source>
        <translation>Ihre Buchungen bleiben hier.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing new can be kept: no booking is made, moved or cancelled now.</source>
        <translation>Nichts Neues kann gespeichert werden: Zurzeit wird keine Buchung angelegt, verschoben oder abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>All else works: bookings are kept here and written to iCloud as usual.</source>
        <translation>Alles andere funktioniert: Buchungen bleiben hier und werden wie sonst in iCloud eingetragen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was decided before is safe and goes on by itself afterwards.</source>
        <translation>Was vorher entschieden wurde, ist sicher und geht danach von selbst weiter.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>No calendar has been read yet, so no free times are known; new bookings wait until the connection is back.</source>
        <translation>Noch wurde kein Kalender gelesen, also sind keine freien Zeiten bekannt; neue Buchungen warten, bis die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra checks again at {next}; you need to do nothing unless this stays.</source>
        <translation>Workestra prüft um {next} wieder; Sie müssen nichts tun, wenn es nicht bleibt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your computer's clock is off by {off}</source>
        <translation>Die Uhr Ihres Computers geht um {off} falsch</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“workestra restore "{whole}" --yes” goes back to the newest good copy.</source>
        <translation>„workestra restore "{whole}" --yes“ holt die neueste gute Kopie zurück.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings and settings are safe.</source>
        <translation>Ihre Buchungen und Einstellungen sind sicher.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings and settings are safe; 1 change waits.</source>
        <translation>Ihre Buchungen und Einstellungen sind sicher; 1 Änderung wartet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings and settings are safe; {waiting} changes wait.</source>
        <translation>Ihre Buchungen und Einstellungen sind sicher; {waiting} Änderungen warten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free times are from {last}; new bookings wait until the connection is back.</source>
        <translation>Freie Zeiten haben den Stand von {last}; neue Buchungen warten, bis die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free times are as old as the last reading; new bookings wait until the connection is back.</source>
        <translation>Freie Zeiten sind so alt wie der letzte Abgleich; neue Buchungen warten, bis die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Next try in {wait}.</source>
        <translation>Nächster Versuch in {wait}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra checks again at the next sync; you need to do nothing unless this stays.</source>
        <translation>Workestra prüft beim nächsten Synchronisieren wieder; Sie müssen nichts tun, wenn es nicht bleibt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your computer's clock is wrong</source>
        <translation>Die Uhr Ihres Computers geht falsch</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>We can read these calendars but may not add to any.</source>
        <translation>Wir können diese Kalender lesen, dürfen aber in keinen schreiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>We can read 1 calendar but may not add to it.</source>
        <translation>Wir können 1 Kalender lesen, dürfen aber nicht in ihn schreiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>We can read {count} calendars but may not add to any.</source>
        <translation>Wir können {count} Kalender lesen, dürfen aber in keinen schreiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“{subject}” is gone from iCloud</source>
        <translation>„{subject}“ ist aus iCloud verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>A calendar is gone from iCloud</source>
        <translation>Ein Kalender ist aus iCloud verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>1 coming booking was in it.</source>
        <translation>1 anstehende Buchung war darin.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>{count} coming bookings were in it.</source>
        <translation>{count} anstehende Buchungen waren darin.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The newest copy is of {subject}.</source>
        <translation>Die neueste Kopie ist von {subject}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>There is no copy yet.</source>
        <translation>Es gibt noch keine Kopie.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The app has no copy of it; “workestra restore FILE --yes” goes back to a backup of your own.</source>
        <translation>Die App hat keine Kopie davon; „workestra restore FILE --yes“ holt eine eigene Sicherung zurück.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Not connected to iCloud</source>
        <translation>Nicht mit iCloud verbunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That isn't an app-specific password</source>
        <translation>Das ist kein app-spezifisches Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Get one from Apple</source>
        <translation>Bei Apple erstellen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple refused the password in use</source>
        <translation>Apple hat das verwendete Passwort abgelehnt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple refused this sign-in again</source>
        <translation>Apple hat diese Anmeldung wieder abgelehnt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple didn't accept this sign-in</source>
        <translation>Apple hat diese Anmeldung nicht angenommen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud needs a new app-specific password</source>
        <translation>iCloud braucht ein neues app-spezifisches Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Paste a new password</source>
        <translation>Neues Passwort einfügen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>You're offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Something between you and Apple answers instead</source>
        <translation>Statt Apple antwortet etwas anderes im Netz</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“{subject}” can't be read right now</source>
        <translation>„{subject}“ lässt sich gerade nicht lesen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud isn't answering right now</source>
        <translation>iCloud antwortet gerade nicht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud asks for a pause</source>
        <translation>iCloud bittet um eine Pause</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>No calendar in this account</source>
        <translation>Kein Kalender in diesem Account</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>These calendars are read-only</source>
        <translation>Diese Kalender sind nur lesbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another calendar</source>
        <translation>Anderen Kalender wählen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The event in iCloud was left as it is</source>
        <translation>Der Termin in iCloud wurde gelassen, wie er ist</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“{subject}” is read-only</source>
        <translation>„{subject}“ ist nur lesbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud refused the change</source>
        <translation>iCloud hat die Änderung abgelehnt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The password isn't in the keychain</source>
        <translation>Das Passwort ist nicht im Schlüsselbund</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Enter the password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That time is taken</source>
        <translation>Diese Zeit ist vergeben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another time</source>
        <translation>Andere Zeit wählen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That time is outside the link's rules</source>
        <translation>Diese Zeit liegt außerhalb der Regeln des Links</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another time, or book outside the rules</source>
        <translation>Eine andere Zeit wählen oder außerhalb der Regeln buchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The event is gone from iCloud</source>
        <translation>Der Termin ist aus iCloud verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That doesn't exist here</source>
        <translation>Das gibt es hier nicht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Look at the list</source>
        <translation>In der Liste nachsehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That can't be used</source>
        <translation>Das lässt sich nicht verwenden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Correct it and try again</source>
        <translation>Berichtigen und erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra was updated</source>
        <translation>Workestra wurde aktualisiert</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Quit it and start it again</source>
        <translation>Beenden und neu starten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This profile was made by a newer Workestra</source>
        <translation>Dieses Profil wurde von einem neueren Workestra angelegt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Update the app</source>
        <translation>App aktualisieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra is running, but doesn't answer</source>
        <translation>Workestra läuft, antwortet aber nicht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>End it in the system's list of programs, then start it again</source>
        <translation>In der Programmliste des Systems beenden, dann neu starten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Another Workestra is busy with this profile</source>
        <translation>Ein anderes Workestra arbeitet gerade mit diesem Profil</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Try again in a moment</source>
        <translation>Gleich noch einmal versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>An event can't be read</source>
        <translation>Ein Termin lässt sich nicht lesen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Open it in Apple Calendar and save it again</source>
        <translation>In Apple Kalender öffnen und neu sichern</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Several bookings' events are gone from iCloud</source>
        <translation>Termine mehrerer Buchungen sind aus iCloud verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Decide: cancel them or put them back</source>
        <translation>Entscheiden: absagen oder wieder eintragen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>An event lies on a booking</source>
        <translation>Ein Termin liegt auf einer Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>A booking needs your attention</source>
        <translation>Eine Buchung braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The daily copy of your bookings wasn't made</source>
        <translation>Die tägliche Kopie Ihrer Buchungen wurde nicht gemacht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free some space, then try again</source>
        <translation>Platz schaffen, dann erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Make the folder “backups” in the profile writable, then try again</source>
        <translation>Den Ordner „backups“ im Profil beschreibbar machen, dann erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That file can't be written</source>
        <translation>Diese Datei lässt sich nicht schreiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another place for it</source>
        <translation>Einen anderen Ort dafür wählen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The result can't be written out</source>
        <translation>Das Ergebnis lässt sich nicht ausgeben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Ask for it again, to another place</source>
        <translation>Noch einmal anfordern, an einen anderen Ort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Start at login wasn't changed</source>
        <translation>Der Start beim Anmelden wurde nicht geändert</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Drag Workestra Desktop into the folder Applications, start it there, then try again</source>
        <translation>Workestra Desktop in den Ordner „Programme“ ziehen, dort starten und noch einmal versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Change it in the system's settings</source>
        <translation>In den Systemeinstellungen ändern</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile is damaged</source>
        <translation>Das Profil ist beschädigt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Restore a copy</source>
        <translation>Kopie zurückholen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile's folder is gone</source>
        <translation>Der Ordner des Profils ist verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Put it back, or start Workestra anew</source>
        <translation>Den Ordner zurücklegen oder Workestra neu starten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk is full</source>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile is read-only</source>
        <translation>Das Profil ist nur lesbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Make its folder writable, then try again</source>
        <translation>Den Ordner beschreibbar machen, dann erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile can't be written</source>
        <translation>Das Profil lässt sich nicht schreiben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Something went wrong inside Workestra</source>
        <translation>In Workestra ist etwas schiefgegangen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free times are from {last} today; new bookings wait until the connection is back.</source>
        <translation>Freie Zeiten haben den Stand von heute, {last}; neue Buchungen warten, bis die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It asks to wait {pause}.</source>
        <translation>iCloud bittet, {pause} zu warten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The folder, or the whole disk, is read-only.</source>
        <translation>Der Ordner oder die ganze Festplatte ist nur lesbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk didn't take it.</source>
        <translation>Die Festplatte hat es nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>No Apple Account is connected on this profile.</source>
        <translation>In diesem Profil ist kein Apple-Account verbunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple only lets its own apps use your normal password.</source>
        <translation>Ihr normales Passwort dürfen nur Apples eigene Apps benutzen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>An app-specific password has 16 letters, like abcd-efgh-ijkl-mnop.</source>
        <translation>Ein app-spezifisches Passwort hat 16 Buchstaben, etwa abcd-efgh-ijkl-mnop.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It worked until now, so this may pass.</source>
        <translation>Bis jetzt ging es, also kann es vorübergehen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Make a new app-specific password, and type the main address of the Apple Account it belongs to.</source>
        <translation>Erstellen Sie ein neues app-spezifisches Passwort, und geben Sie die Hauptadresse des Apple-Accounts ein, zu dem es gehört.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The e-mail is not the main address of your Apple Account, or the password was mistyped or removed.</source>
        <translation>Die E-Mail-Adresse ist nicht die Hauptadresse Ihres Apple-Accounts, oder das Passwort ist vertippt oder entfernt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple doesn't tell apps which.</source>
        <translation>Apple sagt Apps nicht, was davon.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple has withdrawn the one in use.</source>
        <translation>Apple hat das bisherige zurückgezogen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That happens when you change your Apple password.</source>
        <translation>Das geschieht, wenn Sie Ihr Apple-Passwort ändern.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.</source>
        <translation>Eine WLAN-Anmeldeseite, ein Proxy oder eine Firewall sperrt caldav.icloud.com.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This is on Apple's side.</source>
        <translation>Das liegt an Apple.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was read of it before still counts.</source>
        <translation>Was davon schon gelesen war, zählt weiter.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>New bookings wait.</source>
        <translation>Neue Buchungen warten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It has too much to do.</source>
        <translation>Apples Server ist überlastet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple refuses sign-ins when the clock is wrong.</source>
        <translation>Apple lehnt Anmeldungen ab, wenn die Uhr falsch geht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Switch on iCloud Calendar, or add a calendar in Apple Calendar.</source>
        <translation>Schalten Sie den iCloud-Kalender ein, oder legen Sie in Apple Kalender einen Kalender an.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was deleted or is no longer shared.</source>
        <translation>Er wurde gelöscht oder wird nicht mehr geteilt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was cancelled.</source>
        <translation>Es wurde nichts abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The booking is kept here as you decided; its event in iCloud was not changed.</source>
        <translation>Die Buchung bleibt hier, wie Sie entschieden haben; ihr Termin in iCloud wurde nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Bookings can't be written to it any more.</source>
        <translation>Es können keine Buchungen mehr in ihn geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was booked or moved.</source>
        <translation>Es wurde nichts gebucht oder verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The calendar may not be changed by you, or iCloud did not take this event.</source>
        <translation>Sie dürfen den Kalender nicht ändern, oder iCloud hat diesen Termin nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The booking is kept here, not yet in iCloud.</source>
        <translation>Die Buchung bleibt hier, noch nicht in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The keychain of this computer is missing, locked or refused, so the app-specific password is not at hand.</source>
        <translation>Der Schlüsselbund dieses Computers fehlt, ist gesperrt oder hat abgelehnt; das app-spezifische Passwort ist also nicht zur Hand.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The booking is kept here as you decided, not in iCloud.</source>
        <translation>Die Buchung bleibt hier, wie Sie entschieden haben, nicht in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This window is still the older version.</source>
        <translation>Dieses Fenster ist noch die ältere Version.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings are kept.</source>
        <translation>Ihre Buchungen bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was left alone, so nothing is lost.</source>
        <translation>Es wurde nicht angerührt, also ist nichts verloren.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“workestra restore FILE” goes back to an older copy.</source>
        <translation>„workestra restore FILE“ holt eine ältere Kopie zurück.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Its window could not be brought to the front.</source>
        <translation>Sein Fenster konnte nicht nach vorn geholt werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Two never write at once.</source>
        <translation>Zwei schreiben nie gleichzeitig.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It blocks its time as far as its dates can be read.</source>
        <translation>Er belegt seine Zeit, soweit seine Daten lesbar sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>All other events count as usual.</source>
        <translation>Alle anderen Termine zählen wie sonst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>More than three vanished at once, so nothing was cancelled.</source>
        <translation>Mehr als drei verschwanden auf einmal, also wurde nichts abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was added or moved there in iCloud.</source>
        <translation>Er wurde in iCloud dort angelegt oder dorthin verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Both are kept until you decide.</source>
        <translation>Beide bleiben, bis Sie entscheiden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was there before is untouched, and so are the profile and your bookings.</source>
        <translation>Was vorher da war, ist unberührt, ebenso das Profil und Ihre Buchungen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What you asked for was done; only its result could not be written.</source>
        <translation>Was Sie verlangt haben, ist getan; nur sein Ergebnis konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra runs from its disk image, or from a copy that macOS will remove, which is gone at the next login.</source>
        <translation>Workestra läuft von seinem Disk-Image aus oder aus einer Kopie, die macOS wieder entfernt; beim nächsten Anmelden ist sie nicht mehr da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>All else works as before.</source>
        <translation>Alles andere funktioniert wie zuvor.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The system's list of what starts at login can't be read or written.</source>
        <translation>Die Liste des Systems, was beim Anmelden startet, lässt sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Its database can't be read as it should; it was left as it is.</source>
        <translation>Seine Datenbank ist nicht lesbar, wie sie soll; sie wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings are still in your iCloud calendar.</source>
        <translation>Ihre Buchungen sind weiter in Ihrem iCloud-Kalender.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was moved, removed or replaced while Workestra was running.</source>
        <translation>Er wurde bewegt, entfernt oder ersetzt, während Workestra lief.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk is full or read-only, so nothing new can be kept.</source>
        <translation>Die Festplatte ist voll oder nur lesbar, also kann nichts Neues gespeichert werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was stored before is untouched.</source>
        <translation>Was vorher gespeichert wurde, ist unberührt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This is a defect in the app.</source>
        <translation>Das ist ein Fehler in der App.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} ends before it begins.</source>
        <translation>{event} endet, bevor er beginnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>{event} repeats too often to be read; all its time is blocked.</source>
        <translation>{event} wiederholt sich zu oft, um gelesen zu werden; alle seine Zeit ist belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>{event} has more dates than can be read; all its time is blocked.</source>
        <translation>{event} hat mehr Tage, als gelesen werden können; alle seine Zeit ist belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>The rule by which {event} repeats cannot be read; its time is blocked every day.</source>
        <translation>Die Regel, nach der sich {event} wiederholt, ist nicht lesbar; jeden Tag ist seine Zeit belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>The end of {event} cannot be read; it is taken to repeat for ever.</source>
        <translation>Das Ende von {event} ist nicht lesbar; er gilt als endlos wiederholt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>The rule by which {event} repeats cannot be read; all its time is blocked.</source>
        <translation>Die Regel, nach der sich {event} wiederholt, ist nicht lesbar; alle seine Zeit ist belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>This is not a calendar entry.</source>
        <translation>Das ist kein Kalendereintrag.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} is cut short.</source>
        <translation>{event} ist abgeschnitten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} has no start that can be read.</source>
        <translation>{event} hat keinen lesbaren Beginn.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>The time zone “{zone}” of {event} is not known; your own was used.</source>
        <translation>Die Zeitzone „{zone}“ von {event} ist nicht bekannt; Ihre eigene wurde genommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A calendar entry has more parts than can be read; all the time it may take is blocked.</source>
        <translation>Ein Kalendereintrag hat mehr Teile, als gelesen werden können; alle Zeit, die er belegen mag, ist belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>An event without a title</source>
        <translation>Ein Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>an event without a title</source>
        <translation>ein Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A date of {event} cannot be read.</source>
        <translation>Ein Datum von {event} ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A date of {event} does not exist.</source>
        <translation>Ein Datum von {event} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A calendar entry is cut short or garbled.</source>
        <translation>Ein Kalendereintrag ist abgeschnitten oder verstümmelt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>The duration of {event} cannot be read.</source>
        <translation>Die Dauer von {event} ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} has more dates than can be read; some that were taken out are blocked.</source>
        <translation>{event} hat mehr Tage, als gelesen werden können; manche ausgenommenen sind belegt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A calendar entry has a line that cannot be read.</source>
        <translation>Ein Kalendereintrag hat eine Zeile, die nicht lesbar ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A time zone that a calendar entry brings along cannot be read in full.</source>
        <translation>Eine Zeitzone, die ein Kalendereintrag mitbringt, ist nicht ganz lesbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/account_desk.py"/>
        <source>“{typed}” is not the e-mail address of an Apple Account.</source>
        <translation>„{typed}“ ist nicht die E-Mail-Adresse eines Apple-Accounts.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/account_desk.py"/>
        <source>This profile belongs to {account}. Use another profile, or disconnect and erase this one.</source>
        <translation>Dieses Profil gehört {account}. Nehmen Sie ein anderes Profil, oder trennen und löschen Sie dieses.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>The booking “{booking}” is cancelled.</source>
        <translation>Die Buchung „{booking}“ ist abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}” in “{calendar}” is there.</source>
        <translation>„{event}“ in „{calendar}“ ist da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}” is there.</source>
        <translation>„{event}“ ist da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>needs the time around it: “{event}” in “{calendar}”, {times}, is there.</source>
        <translation>braucht die Zeit davor und danach: „{event}“ in „{calendar}“, {times}, ist da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>needs the time around it: “{event}”, {times}, is there.</source>
        <translation>braucht die Zeit davor und danach: „{event}“, {times}, ist da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}” in “{calendar}”, {times}, is there.</source>
        <translation>„{event}“ in „{calendar}“, {times}, ist da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}”, {times}, is there.</source>
        <translation>„{event}“, {times}, ist da.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>“{choice}” does not fit “{booking}” as things are. It can be {open}.</source>
        <translation>„{choice}“ passt nicht zu „{booking}“, wie es jetzt steht. Möglich ist: {open}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>“{choice}” to {meaning}</source>
        <translation>„{choice}“: {meaning}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>“{booking}” does not wait for a decision.</source>
        <translation>„{booking}“ wartet auf keine Entscheidung.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>Its event is not in iCloud any more.</source>
        <translation>Ihr Termin ist nicht mehr in iCloud.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>{told}; {next}</source>
        <translation>{told}; {next}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event changed in iCloud each time it was about to be moved.</source>
        <translation>Ihr Termin änderte sich in iCloud jedes Mal, wenn er verschoben werden sollte.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event is gone from iCloud, so it could not be moved.</source>
        <translation>Ihr Termin ist aus iCloud verschwunden und konnte daher nicht verschoben werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event in iCloud was changed so much that it could not be moved.</source>
        <translation>Ihr Termin in iCloud wurde so sehr geändert, dass er nicht verschoben werden konnte.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>It was moved here and in iCloud at the same time.</source>
        <translation>Sie wurde hier und in iCloud gleichzeitig verschoben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>iCloud refused to take it.</source>
        <translation>iCloud hat es nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event in iCloud has become a series, so it was not deleted.</source>
        <translation>Ihr Termin in iCloud ist eine Serie geworden und wurde daher nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event in iCloud cannot be read any more, so it was not deleted.</source>
        <translation>Ihr Termin in iCloud ist nicht mehr lesbar und wurde daher nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>There is no link called “{link}”.</source>
        <translation>Es gibt keinen Link namens „{link}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>No calendar is chosen for bookings.</source>
        <translation>Für Buchungen ist kein Kalender gewählt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>There is no booking “{name}”.</source>
        <translation>Es gibt keine Buchung „{name}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>There is no calendar called “{name}”.</source>
        <translation>Es gibt keinen Kalender namens „{name}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>Two calendars are called “{name}”; use the id.</source>
        <translation>Zwei Kalender heißen „{name}“; nehmen Sie die ID.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>“{calendar}” is read-only.</source>
        <translation>„{calendar}“ ist nur lesbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>Free times are not known yet: {known} of {all} calendars are read.</source>
        <translation>Freie Zeiten sind noch nicht bekannt: {known} von {all} Kalendern sind gelesen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>Times are offered for 1 to 92 days at once.</source>
        <translation>Zeiten werden für 1 bis 92 Tage auf einmal angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>A week view shows at most {days} days.</source>
        <translation>Eine Wochenansicht zeigt höchstens {days} Tage.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>That event is not in your calendars.</source>
        <translation>Dieser Termin ist nicht in Ihren Kalendern.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/note_desk.py"/>
        <source>There is no language called “{language}”.</source>
        <translation>Es gibt keine Sprache namens „{language}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/note_desk.py"/>
        <source>“{booking}” is cancelled: nobody was expected.</source>
        <translation>„{booking}“ ist abgesagt: Niemand wurde erwartet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/note_desk.py"/>
        <source>“{booking}” has not begun yet.</source>
        <translation>„{booking}“ hat noch nicht begonnen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/radar.py"/>
        <source>That event and that booking are not on top of each other any more.</source>
        <translation>Dieser Termin und diese Buchung liegen nicht mehr aufeinander.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/reading.py"/>
        <source>In “{calendar}”: iCloud lists 1 event, but does not hand it out.</source>
        <translation>In „{calendar}“: iCloud führt 1 Termin auf, gibt ihn aber nicht heraus.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/reading.py"/>
        <source>In “{calendar}”: iCloud lists {count} events, but does not hand it out.</source>
        <translation>In „{calendar}“: iCloud führt {count} Termine auf, gibt sie aber nicht heraus.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>“{event}” lies on “{booking}”.</source>
        <translation>„{event}“ liegt auf „{booking}“.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>In “{calendar}”: {problem}</source>
        <translation>In „{calendar}“: {problem}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>{booking}: {concern}</source>
        <translation>{booking}: {concern}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>1 coming booking has lost its event.</source>
        <translation>1 anstehende Buchung hat ihren Termin verloren.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>{count} coming bookings have lost their events.</source>
        <translation>{count} anstehende Buchungen haben ihre Termine verloren.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/undo_desk.py"/>
        <source>“{booking}” was neither cancelled nor moved in the last 30 days, or that was taken back already. It stays as it is; to change it, move or cancel it.</source>
        <translation>„{booking}“ wurde in den letzten 30 Tagen weder abgesagt noch verschoben, oder das wurde schon zurückgenommen. Sie bleibt, wie sie ist; um sie zu ändern, verschieben Sie sie oder sagen Sie ab.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/undo_desk.py"/>
        <source>“{booking}” has just been changed in iCloud, so what was to be taken back is not its last change any more. Look at it and decide anew.</source>
        <translation>„{booking}“ wurde gerade in iCloud geändert; was zurückzunehmen war, ist also nicht mehr ihre letzte Änderung. Sehen Sie sie an, und entscheiden Sie neu.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/desktop/folders.py"/>
        <source>“{folder}” is not a folder for a profile.</source>
        <translation>„{folder}“ ist kein Ordner für ein Profil.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/desktop/folders.py"/>
        <source>That is not a folder for a profile.</source>
        <translation>Das ist kein Ordner für ein Profil.</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Try &amp;again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>&amp;Leave it</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Putting it back…</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Undo move</source>
        <translation>Verschieben zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Undo cancel</source>
        <translation>Absage zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>The booking with {guest} goes back</source>
        <translation>Die Buchung mit {guest} wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>To {time}</source>
        <translation>Auf {time}</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Talking to iCloud now.</source>
        <translation>Wird gerade mit iCloud abgeglichen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Next try at {time}.</source>
        <translation>Nächster Versuch um {time}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>You can still cancel it.</source>
        <translation>Sie können sie noch absagen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting since {since} to be removed from iCloud.</source>
        <translation>Wartet seit {since} darauf, aus iCloud entfernt zu werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting since {since} to be written to iCloud.</source>
        <translation>Wartet seit {since} darauf, in iCloud eingetragen zu werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting since {since} to be moved in iCloud.</source>
        <translation>Wartet seit {since} darauf, in iCloud verschoben zu werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting for iCloud since {since}.</source>
        <translation>Wartet seit {since} auf iCloud.</translation>
    </message>
</context>
<context>
    <name>WeekBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>&amp;New booking</source>
        <translation>&amp;Neue Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>As a &amp;list</source>
        <translation>Als &amp;Liste</translation>
    </message>
</context>
<context>
    <name>WeekCanvas</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_canvas.py"/>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_canvas.py"/>
        <source>{times}, chosen</source>
        <translation>{times}, gewählt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_canvas.py"/>
        <source>The clocks change: this day does not have these minutes.</source>
        <translation>Die Uhr wird umgestellt: Diese Minuten gibt es an diesem Tag nicht.</translation>
    </message>
</context>
<context>
    <name>WeekDraw</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_draw.py"/>
        <source>This time is outside the rules of “{link}”, or taken.</source>
        <translation>Diese Zeit liegt außerhalb der Regeln von „{link}“ oder ist vergeben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_draw.py"/>
        <source>The first free time in what you drew is {time}.</source>
        <translation>Die erste freie Zeit darin ist {time}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_draw.py"/>
        <source>You drew {drawn}; “{link}” takes {length}, from {time} on.</source>
        <translation>Sie haben {drawn} aufgezogen; „{link}“ braucht {length}, ab {time}.</translation>
    </message>
</context>
<context>
    <name>WeekEntries</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Travel</source>
        <translation>Weg</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Tentative</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Not answered yet</source>
        <translation>Noch nicht beantwortet</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Could not be read in full</source>
        <translation>Nicht ganz lesbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Takes no time</source>
        <translation>Belegt keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Declined: takes no time</source>
        <translation>Abgelehnt: belegt keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Called off: takes no time</source>
        <translation>Abgesagt: belegt keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Tentative: takes no time</source>
        <translation>Vorläufig: belegt keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Not answered yet: takes no time</source>
        <translation>Noch nicht beantwortet: belegt keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
</context>
<context>
    <name>WeekHeader</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>Days and whole-day events</source>
        <translation>Tage und ganztägige Termine</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>and {number} more</source>
        <translation>und {number} weitere</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>{day}, all day: {titles}</source>
        <translation>{day}, ganztägig: {titles}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>{day}, no whole-day events</source>
        <translation>{day}, keine ganztägigen Termine</translation>
    </message>
</context>
<context>
    <name>WeekLegend</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>can be booked</source>
        <translation>buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>cannot</source>
        <translation>nicht buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>too soon</source>
        <translation>zu bald</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>too short for a meeting</source>
        <translation>zu kurz für ein Treffen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Welcome to Workestra</source>
        <translation>Willkommen bei Workestra</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Finds the times when you are free, across all your iCloud calendars.</source>
        <translation>Findet die Zeiten, in denen Sie frei sind, über alle Ihre iCloud-Kalender.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Puts each booking into your calendar, and follows when you move it there.</source>
        <translation>Trägt jede Buchung in Ihren Kalender ein und folgt, wenn Sie sie dort verschieben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Talks to Apple's calendar server and to nobody else.</source>
        <translation>Spricht mit Apples Kalenderserver und mit niemandem sonst.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>&amp;Look around with sample data</source>
        <translation>Mit &amp;Beispieldaten umsehen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>The sample calendars open in a window of their own…</source>
        <translation>Die Beispielkalender öffnen sich in einem eigenen Fenster …</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd, MMM d, yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd, MMM d</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd</source>
        <translation>ddd</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>dddd d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>dddd, MMMM d</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>{day}, {start} – {end}</source>
        <translation>{day}, {start} – {end}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>{day}, {start} – {last}, {end}</source>
        <translation>{day}, {start} – {last}, {end}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>in {minutes} min</source>
        <translation>in {minutes} min</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>in {hours} h</source>
        <translation>in {hours} h</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>in {days} days</source>
        <translation>in {days} Tagen</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Connect your iCloud calendar</source>
        <translation>iCloud-Kalender verbinden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Enter your password again</source>
        <translation>Geben Sie Ihr Passwort erneut ein</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>iCloud needs a new app-specific password</source>
        <translation>iCloud braucht ein neues app-spezifisches Passwort</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Paste a new password</source>
        <translation>Neues Passwort einfügen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Your account is known, but its password is not in this computer's keychain. Your bookings and settings are kept here.</source>
        <translation>Ihr Account ist bekannt, aber sein Passwort ist nicht im Schlüsselbund dieses Computers. Ihre Buchungen und Einstellungen bleiben hier.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Apple has withdrawn the one in use. That happens when you change your Apple password. Your bookings and settings are safe.</source>
        <translation>Apple hat das bisherige zurückgezogen. Das geschieht, wenn Sie Ihr Apple-Passwort ändern. Ihre Buchungen und Einstellungen sind sicher.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Your bookings, calendars and everything that waits stay as they are.</source>
        <translation>Ihre Buchungen, Kalender und alles, was wartet, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{title} ({calendar})</source>
        <translation>{title} ({calendar})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>can be booked</source>
        <translation>buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>; and {count} more</source>
        <translation>; und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>This time has passed.</source>
        <translation>Diese Zeit ist vergangen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>A meeting over this time would have begun already.</source>
        <translation>Ein Treffen über diese Zeit hätte schon begonnen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change starting times…</source>
        <translation>Anfangszeiten ändern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The event itself says that you are free.</source>
        <translation>Der Termin selbst sagt, dass Sie frei sind.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You declined it.</source>
        <translation>Sie haben ihn abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is cancelled.</source>
        <translation>Er ist abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Takes no time, by your word.</source>
        <translation>Belegt auf Ihren Wunsch keine Zeit.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You chose that this event never blocks</source>
        <translation>Sie haben gewählt, dass dieser Termin nie belegt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is only tentative.</source>
        <translation>Er ist nur vorläufig.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Tentative events take no time</source>
        <translation>Vorläufige Termine belegen keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You have not answered it.</source>
        <translation>Sie haben ihn nicht beantwortet.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Unanswered invitations take no time</source>
        <translation>Unbeantwortete Einladungen belegen keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It lasts all day.</source>
        <translation>Er dauert den ganzen Tag.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>All-day events never take time</source>
        <translation>Ganztägige Termine belegen nie Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” must be booked in good time.</source>
        <translation>„{link}“ muss rechtzeitig gebucht werden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” can be booked from {time} on.</source>
        <translation>„{link}“ ist ab {time} buchbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{length} notice</source>
        <translation>{length} Vorlauf</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Too soon</source>
        <translation>Zu bald</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change notice…</source>
        <translation>Vorlauf ändern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change booking window…</source>
        <translation>Buchbaren Zeitraum ändern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” is not offered on this day.</source>
        <translation>„{link}“ wird an diesem Tag nicht angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Bookable from {first} to {last}</source>
        <translation>Buchbar von {first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Outside the booking window</source>
        <translation>Außerhalb des buchbaren Zeitraums</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” can be booked up to {day}.</source>
        <translation>„{link}“ ist bis {day} buchbar.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Bookable {count} days ahead</source>
        <translation>{count} Tage im Voraus buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Too far ahead</source>
        <translation>Zu weit im Voraus</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change hours…</source>
        <translation>Zeiten ändern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Special hours of “{link}”, {days}: {hours}</source>
        <translation>Besondere Zeiten von „{link}“, {days}: {hours}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>No “{link}” on {days}</source>
        <translation>Kein „{link}“ am {days}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Hours of “{link}”: {hours}</source>
        <translation>Zeiten von „{link}“: {hours}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>(time in {zone})</source>
        <translation>(Zeit in {zone})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” is not offered at this time of this day.</source>
        <translation>„{link}“ wird an diesem Tag nicht um diese Zeit angeboten.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Outside your hours</source>
        <translation>Außerhalb Ihrer Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>No meeting of {length} would lie over this time and end within the hours.</source>
        <translation>Ein Treffen von {length} über diese Zeit würde nicht innerhalb der Zeiten enden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Left over</source>
        <translation>Rest</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” starts every {step}</source>
        <translation>„{link}“ beginnt alle {step}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The week is full</source>
        <translation>Die Woche ist voll</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>At most {count} a week</source>
        <translation>Höchstens {count} pro Woche</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The day is full</source>
        <translation>Der Tag ist voll</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>At most {count} a day</source>
        <translation>Höchstens {count} am Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>All meetings of “{link}” that may be are booked.</source>
        <translation>Alle erlaubten Treffen von „{link}“ sind gebucht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change limits…</source>
        <translation>Grenzen ändern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Too near to it.</source>
        <translation>Zu nahe daran.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>too near to {title}</source>
        <translation>zu nahe an {title}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>too short before or after {title}</source>
        <translation>zu kurz vor oder nach {title}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Free, but a meeting of {length} over this time would run into it.</source>
        <translation>Frei, aber ein Treffen von {length} über diese Zeit würde sich damit überschneiden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The way there takes {length}.</source>
        <translation>Der Weg dorthin dauert {length}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The way back takes {length}.</source>
        <translation>Der Rückweg dauert {length}.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>A booking of yours.</source>
        <translation>Eine Ihrer Buchungen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is there, though only tentative.</source>
        <translation>Er steht da, wenn auch nur vorläufig.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>An invitation you have not answered.</source>
        <translation>Eine Einladung, die Sie nicht beantwortet haben.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It cannot be read in full, so its time is kept free for it.</source>
        <translation>Er ist nicht ganz lesbar, daher bleibt seine Zeit für ihn frei.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Blocks its time, by your word.</source>
        <translation>Belegt seine Zeit auf Ihren Wunsch.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is marked as busy.</source>
        <translation>Er ist als belegt markiert.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change buffers…</source>
        <translation>Puffer ändern …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Buffer of {length} before a meeting</source>
        <translation>Puffer von {length} vor einem Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Buffer of {length} after a meeting</source>
        <translation>Puffer von {length} nach einem Treffen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>That booking keeps {length} free before itself</source>
        <translation>Diese Buchung hält {length} davor frei</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>That booking keeps {length} free after itself</source>
        <translation>Diese Buchung hält {length} danach frei</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Tentative events block your time</source>
        <translation>Vorläufige Termine belegen Ihre Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Unanswered invitations block your time</source>
        <translation>Unbeantwortete Einladungen belegen Ihre Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>All-day events always block your time</source>
        <translation>Ganztägige Termine belegen immer Ihre Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You chose that this event always blocks</source>
        <translation>Sie haben gewählt, dass dieser Termin immer belegt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>some time</source>
        <translation>einige Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Event without a title</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{day}, all day</source>
        <translation>{day}, ganztägig</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Setting: {setting}</source>
        <translation>Einstellung: {setting}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Open {title}</source>
        <translation>{title} öffnen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Free/busy settings…</source>
        <translation>Frei/belegt einstellen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>“{title}” counts as usual</source>
        <translation>„{title}“ zählt wie üblich</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>“{title}” always blocks</source>
        <translation>„{title}“ belegt immer</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>“{title}” never blocks</source>
        <translation>„{title}“ belegt nie</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>This event and its repeats block time:</source>
        <translation>Dieser Termin und seine Wiederholungen belegen Zeit:</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Point at any time of the week to see what can be booked, or why nothing can.</source>
        <translation>Zeigen Sie auf eine Zeit der Woche, um zu sehen, was buchbar ist, oder warum nichts.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Free times are shown once every busy calendar has been read.</source>
        <translation>Freie Zeiten erscheinen, sobald jeder Kalender gelesen ist, der zählt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Reading your calendars</source>
        <translation>Ihre Kalender werden gelesen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Nothing is offered</source>
        <translation>Nichts wird angeboten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Make a booking link first: it says when which kind of meeting can be booked.</source>
        <translation>Legen Sie zuerst einen Buchungslink an: Er sagt, wann welche Art von Treffen buchbar ist.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Booking links…</source>
        <translation>Buchungslinks …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Cannot be booked</source>
        <translation>Nicht buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Can be booked</source>
        <translation>Buchbar</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Also there, takes no time</source>
        <translation>Auch da, belegt keine Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Book {times}</source>
        <translation>{times} buchen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>WindowsEditor</name>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>Add hours, {day}</source>
        <translation>Zeiten hinzufügen, {day}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>{start} – {end} ends on {day}.</source>
        <translation>{start} – {end} endet am {day}.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../workestra_desktop/ui/pause_words.py"/>
        <source>Paused until you resume</source>
        <translation>Pausiert, bis Sie fortsetzen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_words.py"/>
        <source>Paused until {time}</source>
        <translation>Pausiert bis {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>iCloud refused to take it.</source>
        <translation>iCloud hat es nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Its event is gone from iCloud.</source>
        <translation>Ihr Termin ist aus iCloud verschwunden.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>its event is gone from iCloud</source>
        <translation>ihr Termin ist aus iCloud verschwunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Needs attention: {concern}</source>
        <translation>Braucht Aufmerksamkeit: {concern}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Deleted in iCloud</source>
        <translation>In iCloud gelöscht</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled, removing from iCloud…</source>
        <translation>Abgesagt, wird aus iCloud entfernt …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled, not yet removed – refused</source>
        <translation>Abgesagt, noch nicht entfernt – abgelehnt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Not yet in iCloud – refused</source>
        <translation>Noch nicht in iCloud – abgelehnt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>An event lies on it</source>
        <translation>Ein Termin liegt darauf</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Missing in iCloud, checking again</source>
        <translation>Fehlt in iCloud, wird wieder geprüft</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>In iCloud</source>
        <translation>In iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Waiting for iCloud: to be written</source>
        <translation>Wartet auf iCloud: noch einzutragen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Waiting for iCloud: to be moved</source>
        <translation>Wartet auf iCloud: noch zu verschieben</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Waiting for iCloud</source>
        <translation>Wartet auf iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled by you.</source>
        <translation>Von Ihnen abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Its event was deleted in iCloud.</source>
        <translation>Ihr Termin wurde in iCloud gelöscht.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled by the guest.</source>
        <translation>Vom Gast abgesagt.</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Reason: {reason}</source>
        <translation>Grund: {reason}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Reading your calendars…</source>
        <translation>Ihre Kalender werden gelesen …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Reading {number} of {all}: {calendar}</source>
        <translation>Lesen {number} von {all}: {calendar}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source> — {done} of {all} events, {size}</source>
        <translation> – {done} von {all} Terminen, {size}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>1 change waits for iCloud</source>
        <translation>1 Änderung wartet auf iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>{count} changes wait for iCloud</source>
        <translation>{count} Änderungen warten auf iCloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Not connected to iCloud</source>
        <translation>Nicht mit iCloud verbunden</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Talking to iCloud…</source>
        <translation>Abgleich mit iCloud …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>In step with iCloud at {time}</source>
        <translation>Mit iCloud abgeglichen um {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>In step with iCloud</source>
        <translation>Mit iCloud abgeglichen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Offline: free times are from {time}</source>
        <translation>Offline: freie Zeiten, Stand {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Needs your attention</source>
        <translation>Braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>last read at {time}</source>
        <translation>zuletzt gelesen um {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>next at {time}</source>
        <translation>nächster Abgleich um {time}</translation>
    </message>
</context>
<context>
    <name>_LinkRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>{lengths} · {hours}</source>
        <translation>{lengths} · {hours}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>Edit “{title}”</source>
        <translation>„{title}“ bearbeiten</translation>
    </message>
</context>
<context>
    <name>_RuleRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>Event without a title</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>Always makes you busy</source>
        <translation>Belegt immer Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>Never makes you busy</source>
        <translation>Belegt nie Zeit</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>How “{title}” counts</source>
        <translation>Wie „{title}“ zählt</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>As usual again</source>
        <translation>Wieder wie üblich</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>“{title}” counts as usual again</source>
        <translation>„{title}“ zählt wieder wie üblich</translation>
    </message>
</context>
<context>
    <name>_SpecialRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Day off</source>
        <translation>Freier Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Other hours</source>
        <translation>Andere Zeiten</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>What these days are</source>
        <translation>Was diese Tage sind</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>special days</source>
        <translation>besondere Tage</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>the next day</source>
        <translation>am nächsten Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>no hours yet: a day off</source>
        <translation>noch keine Zeiten: ein freier Tag</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Remove these special days</source>
        <translation>Diese besonderen Tage entfernen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
</context>
<context>
    <name>_StayRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>Remove the journey {journey}</source>
        <translation>Reise {journey} entfernen</translation>
    </message>
</context>
<context>
    <name>_WindowField</name>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>Remove these hours</source>
        <translation>Diese Zeiten entfernen</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>{day}, from</source>
        <translation>{day}, von</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>{day}, to</source>
        <translation>{day}, bis</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>Remove {start} – {end}, {day}</source>
        <translation>{start} – {end} entfernen, {day}</translation>
    </message>
</context>
</TS>
