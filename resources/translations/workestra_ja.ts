<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AskingDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/asking.py"/>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/asking.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/asking.py"/>
        <source>&amp;Queue it</source>
        <translation>後で送る(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Book</source>
        <translation>予約(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>New booking</source>
        <translation>新しい予約</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Meeting</source>
        <translation>ミーティング</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Duration</source>
        <translation>長さ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Meeting</source>
        <translation>ミーティング(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Guest</source>
        <translation>ゲスト(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;E-mail</source>
        <translation>メール(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>&amp;Note</source>
        <translation>メモ(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>“{link}” is no longer offered.</source>
        <translation>「{link}」は提供を終了しました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>Filled in from a link. Nothing is booked until you press Book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>{time} is not among the free times of this meeting. Choose another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/book_dialog.py"/>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
</context>
<context>
    <name>BookingActs</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Join</source>
        <translation>参加(&amp;J)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Write an e-&amp;mail</source>
        <translation>メールを書く(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Reschedule…</source>
        <translation>日時を変更(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>C&amp;ancel booking…</source>
        <translation>予約をキャンセル(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Undo move</source>
        <translation>日時変更を取り消す(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>&amp;Undo cancel</source>
        <translation>キャンセルを取り消す(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Guest did not come</source>
        <translation>ゲストは来ませんでした</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_acts.py"/>
        <source>Guest came after all</source>
        <translation>ゲストは来ました</translation>
    </message>
</context>
<context>
    <name>BookingChanges</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Nothing to undo here. Choose a booking in the list to undo its last cancel or move.</source>
        <translation>ここに取り消せるものはありません。リストで予約を選ぶと、直前のキャンセルや日時変更を取り消せます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Nothing to undo: the booking with {guest} was not cancelled or moved lately, or its time is over.</source>
        <translation>取り消せるものはありません。{guest}との予約は最近キャンセルも変更もされていないか、すでに終わっています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Put back: {guest}, {time}</source>
        <translation>元に戻しました：{guest}、{time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_changes.py"/>
        <source>Booked: {guest}, {time}</source>
        <translation>予約しました：{guest}、{time}</translation>
    </message>
</context>
<context>
    <name>BookingDeeds</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_deeds.py"/>
        <source>Copy as te&amp;xt</source>
        <translation>テキストとしてコピー(&amp;X)</translation>
    </message>
</context>
<context>
    <name>BookingDetail</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>{time} ({zone})</source>
        <translation>{time} ({zone})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>Back to {time}</source>
        <translation>{time}に戻す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_detail.py"/>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>BookingFacts</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Meeting</source>
        <translation>ミーティング</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>gone from iCloud</source>
        <translation>iCloudにありません</translation>
    </message>
</context>
<context>
    <name>BookingLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>{day}, {time}, {guest}, {meeting}, {calendar}, {state}</source>
        <translation>{day}、{time}、{guest}、{meeting}、{calendar}、{state}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>gone from iCloud</source>
        <translation>iCloudにありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Guest did not come</source>
        <translation>ゲストは来ませんでした</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_line.py"/>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
</context>
<context>
    <name>BookingsBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Upcoming ({count})</source>
        <translation>今後 ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Past ({count})</source>
        <translation>過去 ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Cancelled ({count})</source>
        <translation>キャンセル ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>To decide ({count})</source>
        <translation>要判断 ({count})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Waiting ({count})</source>
        <translation>待機中 ({count})</translation>
    </message>
</context>
<context>
    <name>BookingsView</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_view.py"/>
        <source>Bookings</source>
        <translation>予約</translation>
    </message>
</context>
<context>
    <name>BusyPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>as each event says: Busy or Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>always, also those marked Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>never, also those marked Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events make you busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events make you busy: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>What could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>What makes you busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>&amp;Tentative events make you busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>&amp;Invitations you have not answered make you busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Events you decided on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Journeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>On these days the hours of links that travel are hours there, and so are whole days and times without a time zone in your calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>1 problem. What is known of its time still makes you busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>{count} problems. What is known of their time still makes you busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Tentative events make you busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Tentative events leave you free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Tentative events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Unanswered invitations make you busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Unanswered invitations leave you free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Unanswered invitations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events make you busy {choice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>All-day events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>The journey was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>The journey was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>Event without a title</source>
        <translation>タイトルのないイベント</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>“{title}” always makes you busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>“{title}” never makes you busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_busy.py"/>
        <source>“{title}” counts as usual again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Write to</source>
        <translation>書き込み先</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Busy</source>
        <translation>予定あり</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Calendar without a name</source>
        <translation>名前のないカレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Write bookings to {name}</source>
        <translation>予約を{name}に書き込む</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>Events in {name} count as busy</source>
        <translation>{name}のイベントを予定ありとして扱う</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>iCloud's default</source>
        <translation>iCloudのデフォルト</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>shared by {owner}</source>
        <translation>{owner}が共有</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>shared with you</source>
        <translation>共有されています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>1 event</source>
        <translation>イベント1件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>{count} events</source>
        <translation>イベント{count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>not read yet</source>
        <translation>未読み込み</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendar_row.py"/>
        <source>as of {time}</source>
        <translation>{time}時点</translation>
    </message>
</context>
<context>
    <name>CalendarsPage</name>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Choose your calendars</source>
        <translation>カレンダーを選ぶ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Bookings are written to one calendar. Times with events in a busy calendar are never offered.</source>
        <translation>予約は1つのカレンダーに書き込まれます。予定ありとして扱うカレンダーにイベントがある時間は提示されません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Choose the calendar that bookings are written to.</source>
        <translation>予約を書き込むカレンダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>&amp;Continue</source>
        <translation>続ける(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/calendars_page.py"/>
        <source>This computer has no usable keychain: the password is kept until Workestra ends, then asked for again.</source>
        <translation>このコンピュータには使えるキーチェーンがありません。パスワードはWorkestraの終了まで保持され、その後もう一度お尋ねします。</translation>
    </message>
</context>
<context>
    <name>CalendarsPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendars</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Bookings are written to one calendar. Times with events in a busy calendar are never offered.</source>
        <translation>予約は1つのカレンダーに書き込まれます。予定ありとして扱うカレンダーにイベントがある時間は提示されません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>1 coming booking will be written to the calendar you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>{count} coming bookings will be written to the calendar you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>New bookings are written to “{calendar}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendar written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Events in “{calendar}” count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Events in “{calendar}” do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_calendars.py"/>
        <source>Calendar without a name</source>
        <translation>名前のないカレンダー</translation>
    </message>
</context>
<context>
    <name>Callers</name>
    <message>
        <location filename="../../workestra_desktop/ui/callers.py"/>
        <source>Copy my times</source>
        <translation>空き時間をコピー</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>optional, kept with the booking</source>
        <translation>任意、予約とともに保存されます</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>&amp;Keep it</source>
        <translation>残す(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>The guest is not told: write to them yourself.</source>
        <translation>ゲストには通知されません。ご自身で連絡してください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>&amp;End booking</source>
        <translation>予約を終える(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Ending the booking…</source>
        <translation>予約を終えています…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>End booking</source>
        <translation>予約を終える</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>End the booking with {guest} here?</source>
        <translation>{guest}との予約をここで終えますか？</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>C&amp;ancel booking</source>
        <translation>予約をキャンセル(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Removing the event from iCloud…</source>
        <translation>iCloudからイベントを削除しています…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Cancel booking</source>
        <translation>予約をキャンセル</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Cancel the booking with {guest}?</source>
        <translation>{guest}との予約をキャンセルしますか？</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Workestra keeps it as cancelled, and its event stays in iCloud as it is: it is yours then.</source>
        <translation>Workestraではキャンセル済みになり、イベントはiCloudにそのまま残ります。以後はご自身で管理してください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Its event is not in iCloud yet, and is not sent any more.</source>
        <translation>予約のイベントはまだiCloudになく、今後送信されません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Should it be on its way already, it is removed again.</source>
        <translation>すでに送信中の場合は、後で削除されます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Its event is gone from iCloud already.</source>
        <translation>予約のイベントはすでにiCloudにありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>What is left of its event is deleted from iCloud.</source>
        <translation>残っているイベントはiCloudから削除されます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/cancel_dialog.py"/>
        <source>Its event is deleted from iCloud.</source>
        <translation>予約のイベントはiCloudから削除されます。</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_changes.py"/>
        <source>Taken back: {change}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>booking with {guest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>“{calendar}” is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is cancelled here, but its event may still be in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Nothing was cancelled. Choose another calendar to put it back, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Nothing was cancelled. Put it back, or cancel it if you deleted its event yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Here it is {mine}; in iCloud it is {theirs}. Nothing is written until you say which counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Here it is {mine}. Nothing is written until you say which time counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}. Put its event right in Apple Calendar and the booking follows it again, or decide here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}, but has no event in iCloud. Put it back, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Here it is {mine}; in iCloud it is {theirs}. Each stays as it is until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}, but iCloud does not have it like that yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking is kept here, {mine}. Its event was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>&amp;Try again</source>
        <translation>もう一度試す(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Sends it to iCloud once more, now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The booking takes the time its event has in iCloud. What was to be written is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Use &amp;iCloud's time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Take it as it is in &amp;iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Taking it from iCloud…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>The event in iCloud is moved to the booking's time: {mine}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Use &amp;my time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Moving the event in iCloud…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Writes its event to iCloud anew: {mine}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Put it bac&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Writing its event anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Asks once more. The booking ends here, and its event stays in iCloud as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>End booking, &amp;keep event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Nothing more is sent: what is left of its event stays in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>&amp;Keep its event in iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Leaving it there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Asks once more. What is left of its event is deleted from iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>C&amp;ancel booking…</source>
        <translation>予約をキャンセル(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Deletes what is left of the cancelled booking's event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Re&amp;move it from iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/choice_words.py"/>
        <source>Removing it from iCloud…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>you@icloud.com</source>
        <translation>you@icloud.com</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>Apple ID</source>
        <translation>Apple ID</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Connect</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Back to bookings</source>
        <translation>予約に戻る(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>Signing in to iCloud…</source>
        <translation>iCloudにサインインしています…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>&amp;Apple ID</source>
        <translation>&amp;Apple ID</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>App-specific &amp;password</source>
        <translation>App用パスワード(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>1 change waits for iCloud.</source>
        <translation>1件の変更がiCloudを待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>{count} changes wait for iCloud.</source>
        <translation>{count}件の変更がiCloudを待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/connect_page.py"/>
        <source>An Apple ID is an e-mail address, like you@icloud.com.</source>
        <translation>Apple IDは、you@icloud.comのようなメールアドレスです。</translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>New &amp;password…</source>
        <translation>新しいパスワード(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>&amp;Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>&amp;Erase everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>None in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Apple ID</source>
        <translation>Apple ID</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Last look at iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Next look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Hosts contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Whom Workestra asked in the last 30 days, and how often. There is nobody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Disconnecting forgets the password. Events in iCloud stay, and so do your bookings, links and settings here: connect again and all goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Erasing also removes everything Workestra keeps on this computer. Events in iCloud stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>paused until you resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>paused until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>none is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>1 request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_connection.py"/>
        <source>{count} requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <location filename="../../workestra_desktop/ui/day_list.py"/>
        <source>The day, time by time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/decision_panel.py"/>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/decision_panel.py"/>
        <source>{at} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <location filename="../../workestra_desktop/ui/sample_strip.py"/>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/sample_strip.py"/>
        <source>Sample calendars on this computer. Nothing reaches Apple.</source>
        <translation>このコンピュータ上のサンプルカレンダーです。Appleには何も送られません。</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/details_dialog.py"/>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>You're connected</source>
        <translation>接続しました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>&amp;Start Workestra when you log in</source>
        <translation>ログイン時にWorkestraを起動(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>&amp;New booking</source>
        <translation>新しい予約(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>See your &amp;week</source>
        <translation>自分の週を見る(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>&amp;Open bookings</source>
        <translation>予約を開く(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>It then starts hidden in the tray and keeps your bookings in step.</source>
        <translation>トレイに隠れた状態で起動し、予約を最新に保ちます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>New bookings go to “{calendar}”. One calendar counts for free times. Changes are looked for every 10 minutes.</source>
        <translation>新しい予約は「{calendar}」に書き込まれます。空き時間には1つのカレンダーが使われます。変更は10分ごとに確認されます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/done_page.py"/>
        <source>New bookings go to “{calendar}”. {count} calendars count for free times. Changes are looked for every 10 minutes.</source>
        <translation>新しい予約は「{calendar}」に書き込まれます。空き時間には{count}つのカレンダーが使われます。変更は10分ごとに確認されます。</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>N&amp;ew booking</source>
        <translation>新しい予約(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Clear s&amp;earch</source>
        <translation>検索をクリア(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No guest, e-mail address, note or booking link here has “{typed}”. Try fewer letters.</source>
        <translation>「{typed}」を含むゲスト、メールアドレス、メモ、予約リンクはありません。文字を減らしてみてください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No bookings yet</source>
        <translation>まだ予約はありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>When somebody asks for a meeting, choose a free time for it. It is written into iCloud.</source>
        <translation>ミーティングを頼まれたら、空き時間を選んでください。iCloudに書き込まれます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No coming bookings</source>
        <translation>今後の予約はありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>When somebody asks for a meeting, press Ctrl+N and choose a free time.</source>
        <translation>ミーティングを頼まれたら、Ctrl+Nを押して空き時間を選んでください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No past bookings</source>
        <translation>過去の予約はありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Meetings move here once they are over.</source>
        <translation>終わったミーティングはここに移ります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>No cancelled bookings</source>
        <translation>キャンセルされた予約はありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Bookings you or iCloud cancel are kept here.</source>
        <translation>キャンセルされた予約はここに残ります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Nothing to decide</source>
        <translation>判断が必要なものはありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Bookings that need a decision of yours are listed here.</source>
        <translation>判断が必要な予約はここに表示されます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Nothing waits</source>
        <translation>待機中のものはありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_empty.py"/>
        <source>Changes that iCloud does not have yet are listed here.</source>
        <translation>iCloudにまだ届いていない変更はここに表示されます。</translation>
    </message>
</context>
<context>
    <name>EventRules</name>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>None yet. Click an event in the week view to decide how it counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Extent</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_span.py"/>
        <source>&amp;Day</source>
        <translation>日(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_span.py"/>
        <source>&amp;4 days</source>
        <translation>4日間(&amp;4)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_span.py"/>
        <source>Wee&amp;k</source>
        <translation>週(&amp;K)</translation>
    </message>
</context>
<context>
    <name>FoundLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>1 found.</source>
        <translation>1件見つかりました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} in Upcoming</source>
        <translation>今後 {count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} in Past</source>
        <translation>過去 {count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} in Cancelled</source>
        <translation>キャンセル {count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} to decide</source>
        <translation>要判断 {count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} waiting</source>
        <translation>待機中 {count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>{count} found.</source>
        <translation>{count}件見つかりました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>None found here.</source>
        <translation>ここでは見つかりません。</translation>
    </message>
</context>
<context>
    <name>GeneralPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>As the system</source>
        <translation>システムと同じ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Folder of the daily copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>&amp;Start Workestra when you log in</source>
        <translation>ログイン時にWorkestraを起動(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>It then starts hidden in the tray and keeps your bookings in step.</source>
        <translation>トレイに隠れた状態で起動し、予約を最新に保ちます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Daily copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>On days when you have changed something, Workestra copies your bookings, links and settings. The password is in none of the copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>The last copy is of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>There is no copy yet.</source>
        <translation>コピーはまだありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Workestra starts when you log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Workestra no longer starts when you log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_general.py"/>
        <source>The language will be {language} from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoneDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Cancel bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Cancel this booking?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Cancel all {count} bookings?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Its event is gone from iCloud already. The guest is not told: write to them yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Their events are gone from iCloud already. The guests are not told: write to them yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>&amp;Keep it</source>
        <translation>残す(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>&amp;Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>C&amp;ancel booking</source>
        <translation>予約をキャンセル(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>C&amp;ancel bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/gone_dialog.py"/>
        <source>Bookings to cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <location filename="../../workestra_desktop/ui/hiding.py"/>
        <source>Closing only minimises the window, because this desktop has no tray. Quit with Ctrl+Q.</source>
        <translation>このデスクトップにはトレイがないため、閉じてもウインドウは最小化されるだけです。終了するにはCtrl+Qを押してください。</translation>
    </message>
</context>
<context>
    <name>HistoryBox</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>Nothing in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>What happened cannot be read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/booking_history.py"/>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>HoursEditor</name>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>no hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>Copy to weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/hours_editor.py"/>
        <source>Copy the hours of {day} to Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoursGroup</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Hours go along when I t&amp;ravel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Meetings fit into these hours. 24:00 ends a day; an end before the start is on the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Type a part of its name, like a city.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Journeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>On the days of a journey these are hours in the zone you are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Special days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_hours.py"/>
        <source>Days off and days with other hours. Where two overlap, the lower one counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You cancelled it. Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You cancelled it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Booked for {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved in iCloud from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You moved it from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The move was undone: from {old} back to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>It took the time of its event in iCloud: {new} instead of {old}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved on another computer from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Moved to another calendar in iCloud, from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You moved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The move was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The cancellation was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Written to iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>The new time is in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was removed from iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event in iCloud is in step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was edited in iCloud. The time stayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was moved to another calendar in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was not found in iCloud; it is looked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was deleted in iCloud: the booking was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You cancelled it, as its event was gone from iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is gone from iCloud, and another one lies in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is gone from iCloud, together with others. You are asked what that means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is to be put back into iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event is to be put back into iCloud, in another calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was written anew on another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Booked on another computer, and found in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>Its event was written anew on another computer; as it is cancelled, that is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>It came back with a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>An event lies on it; you are asked what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You kept both: the booking and the event on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You ignored the event on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You noted that the guest did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You noted that the guest came after all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You had it sent to iCloud once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You decided that iCloud's time counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You decided that the time here counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You had its event written anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You ended it here, and left its event in iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>You decided to cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>iCloud refused to move its event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>iCloud refused to remove its event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/journal_words.py"/>
        <source>iCloud refused to take its event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Erase everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Stay connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Disconnect {account}? Its password is forgotten. What is in iCloud and what is here stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>Erase everything here? Your bookings, links, settings, history and daily copies on this computer go for good. What is in iCloud stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>1 change that iCloud has not got yet is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>{count} changes that iCloud has not got yet are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>1 change waits until you connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_leaving.py"/>
        <source>{count} changes wait until you connect again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkColumns</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_columns.py"/>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>{title} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>“{title}” is removed. Its bookings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_dialog.py"/>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>Throw “{title}” away? It was never saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>Remove “{title}”? Its bookings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>Remove “{title}”? Its bookings stay, {count} of them still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>“{title}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>“{title}” is saved. Free times: {change}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source> and {count} more</source>
        <translation> ほか{count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>What you changed in {titles} is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>This link was changed elsewhere meanwhile. Save keeps what stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_questions.py"/>
        <source>This link was removed elsewhere meanwhile. Save makes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkFrame</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>There is no link yet. “New link” makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>Undo chan&amp;ges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_frame.py"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>New &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>Du&amp;plicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_list.py"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkPreview</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Times that come and go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Preview 1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Preview {weeks} weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Free times are not known yet. {progress}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>A field needs correcting. This is how things stood before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{come} come, {go} go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{before} times → {after}: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>1 time, nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{count} times, nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Free times for {length}, shown in {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>Change something, and what it brings and costs stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>+ {count} come: {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>− {count} go: {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{day}: {count} come: {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_preview.py"/>
        <source>{day}: {count} go: {times}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{days} days</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}時間{minutes}分</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_words.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>&amp;New link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>There is no link yet. “New link” makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>Booking links</source>
        <translation>予約リンク</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>A link is a kind of meeting: how long it takes, when it can be booked, and where.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailButton</name>
    <message>
        <location filename="../../workestra_desktop/ui/booking_facts.py"/>
        <source>Write an e-mail to {address}</source>
        <translation type="unfinished"></translation>
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
        <translation>Workestra Desktop – デモ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>A link asks for a booking. The form opens once you are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>A link asks for a booking. The form opens once the set-up is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/window.py"/>
        <source>A link asks for a booking. The form opens once you have made a booking link.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingGroup</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Meeting</source>
        <translation>ミーティング</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Let iCloud &amp;invite the guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>{guest} stands for the guest's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>For the workestra command. It stays as it is once the link is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>D&amp;urations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Like 30 min, 1 h. The usual one comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Locati&amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Video address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Calendar</source>
        <translation>カレンダー(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>&amp;Alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>How long before the start, like 10 min, 1 day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Apple then mails the guest, with your note, and again after every change. Off: nobody is mailed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>A calendar that bookings cannot be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>The usual one ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>The usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Calendar without a name</source>
        <translation>名前のないカレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_meeting.py"/>
        <source>Another link has this short name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Booking</source>
        <translation>予約(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>i&amp;Cloud</source>
        <translation>i&amp;Cloud</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;New booking…</source>
        <translation>新しい予約(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Reschedule…</source>
        <translation>日時を変更(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>C&amp;ancel booking…</source>
        <translation>予約をキャンセル(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Search</source>
        <translation>検索(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Undo cancel or move</source>
        <translation>キャンセルや変更を取り消す(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>Copy my &amp;times…</source>
        <translation>空き時間をコピー(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>Booking &amp;links…</source>
        <translation>予約リンク(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Bookings</source>
        <translation>予約(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Week</source>
        <translation>週(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Notices…</source>
        <translation>通知(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Sync now</source>
        <translation>今すぐ同期(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Calendars…</source>
        <translation>カレンダー(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>&amp;Free and busy…</source>
        <translation>空きと予定あり(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/menus.py"/>
        <source>New &amp;password…</source>
        <translation>新しいパスワード(&amp;P)…</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>{days} days</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>1 day</source>
        <translation>1日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>“{text}” is not a length like 30 min, 2 h or 1 day.</source>
        <translation>「{text}」は「30分」「2時間」「1日」のような長さではありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/minute_text.py"/>
        <source>“{text}” is not a whole number.</source>
        <translation>「{text}」は整数ではありません。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bar.py"/>
        <source>Undo</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bar.py"/>
        <source>S&amp;how</source>
        <translation>表示(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bar.py"/>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>NoticeBell</name>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>{count} new</source>
        <translation>新着{count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>Notices, {count} new</source>
        <translation>通知、新着{count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_bell.py"/>
        <source>Notices (Ctrl+Shift+N)</source>
        <translation>通知 (Ctrl+Shift+N)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>a guest</source>
        <translation>ゲスト</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Booking with {guest} moved</source>
        <translation>{guest}との予約の日時が変わりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Booking with {guest} cancelled</source>
        <translation>{guest}との予約がキャンセルされました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>iCloud refused it. It is kept here.</source>
        <translation>iCloudが拒否しました。ここに保管されています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Booking with {guest} needs a decision</source>
        <translation>{guest}との予約には判断が必要です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>An event lies on the booking with {guest}</source>
        <translation>イベントが{guest}との予約と重なっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>“{event}” is {there}; the booking is {booked}. Both stay until you decide.</source>
        <translation>「{event}」は{there}、予約は{booked}です。決めるまで両方とも残ります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Event without a title</source>
        <translation>タイトルのないイベント</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>A booking moved</source>
        <translation>予約の日時が変わりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>A booking was cancelled</source>
        <translation>予約がキャンセルされました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>A booking needs a decision</source>
        <translation>判断が必要な予約があります</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>An event lies on a booking</source>
        <translation>イベントが予約と重なっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{count} bookings' events are gone from iCloud</source>
        <translation>{count}件の予約のイベントがiCloudからなくなりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Nothing was cancelled. Decide in Workestra: put them back, or cancel them.</source>
        <translation>何もキャンセルしていません。元に戻すかキャンセルするか、Workestraで決めてください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>iCloud has been out of reach for an hour</source>
        <translation>iCloudに1時間接続できていません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>It was moved in iCloud and is now {time}.</source>
        <translation>iCloudで{time}に変更されました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>It was moved in iCloud and is now {time}. It was {before}.</source>
        <translation>iCloudで{before}から{time}に変更されました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Its event on {time} was deleted in iCloud.</source>
        <translation>{time}のイベントがiCloudで削除されました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>The booking is {booked}. Both stay until you decide.</source>
        <translation>予約は{booked}です。決めるまで両方とも残ります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{notices} notices about one booking</source>
        <translation>1件の予約について{notices}件の通知</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{count} bookings changed in iCloud</source>
        <translation>{count}件の予約がiCloudで変更されました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>Events lie on {count} bookings</source>
        <translation>{count}件の予約がイベントと重なっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>{count} bookings need a look</source>
        <translation>{count}件の予約に確認が必要です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>The list of notices tells of each.</source>
        <translation>詳しくは通知の一覧をご覧ください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>With {first} and {second}. The list of notices tells of each.</source>
        <translation>{first}、{second}との予約です。詳しくは通知の一覧をご覧ください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>With {first}, {second} and {third}. The list of notices tells of each.</source>
        <translation>{first}、{second}、{third}との予約です。詳しくは通知の一覧をご覧ください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notice_words.py"/>
        <source>With {first}, {second} and {count} others. The list of notices tells of each.</source>
        <translation>{first}、{second}、ほか{count}件の予約です。詳しくは通知の一覧をご覧ください。</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>&amp;Undo…</source>
        <translation>取り消す(&amp;U)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>S&amp;how</source>
        <translation>表示(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>No notices</source>
        <translation>通知はありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>What iCloud changes about your bookings, and what needs a decision, is told here and kept for 30 days.</source>
        <translation>iCloudでの予約の変更と判断が必要なものは、ここに30日間表示されます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_dialog.py"/>
        <source>S&amp;how booking</source>
        <translation>予約を表示(&amp;H)</translation>
    </message>
</context>
<context>
    <name>NoticesModel</name>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>New: {title}. {body} {time}</source>
        <translation>新着：{title}。{body} {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>{title}. {body} {time}</source>
        <translation>{title}。{body} {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/notices_model.py"/>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
</context>
<context>
    <name>NoticesPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Notices that pop up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>What is switched off does not pop up. The list of notices in the window holds all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>When others can see your screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>&amp;Hide names and titles</source>
        <translation>名前とタイトルを隠す(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Tray and notices name no guest and no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Quiet for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>While Workestra is paused nothing pops up, and it does not look at iCloud by itself. What you do yourself still goes to iCloud. Pause is in the iCloud menu and in the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>A booking was moved in iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>A booking's event was deleted in iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>An event lies on a booking</source>
        <translation>イベントが予約と重なっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>iCloud refused a booking for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>You decide what becomes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Several bookings' events are gone at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Nothing is cancelled until you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>iCloud needs a new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>iCloud could not be reached for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>“{notice}” pops up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>“{notice}” no longer pops up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Names and titles are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Names and titles are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_notices.py"/>
        <source>Hidden names</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherTime</name>
    <message>
        <location filename="../../workestra_desktop/ui/other_time.py"/>
        <source>Another &amp;time</source>
        <translation>別の時間(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/other_time.py"/>
        <source>Another time</source>
        <translation>別の時間</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/other_time.py"/>
        <source>&amp;Outside the link's rules</source>
        <translation>リンクの条件外(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Overlaps</name>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Event without a title</source>
        <translation>タイトルのないイベント</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” in “{calendar}” is at that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” is at that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” in “{calendar}” is in the time kept free around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” is in the time kept free around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>The event is {there}; the booking is {booked}. Both stay until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>booking with {guest}, “{event}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>“{event}” lies on the booking with {guest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>&amp;Move booking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Choose another time for the booking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>&amp;Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Keeping both…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Both stay as they are. You are never asked about these two again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>&amp;Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Ignoring it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/overlap_words.py"/>
        <source>Put aside for now. You are asked again if one of the two moves and they still collide.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <location filename="../../workestra_desktop/ui/page_switch.py"/>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/page_switch.py"/>
        <source>Bookin&amp;gs</source>
        <translation>予約(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/page_switch.py"/>
        <source>&amp;Week</source>
        <translation>週(&amp;W)</translation>
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
        <translation>App用パスワード</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>16 letters in four groups. Dashes and spaces may be left out.</source>
        <translation>4文字ずつ16文字です。ハイフンとスペースは省略できます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>✓ This has the shape of an app-specific password.</source>
        <translation>✓ App用パスワードの形式です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>That looks like your normal password. iCloud won't take it from apps.</source>
        <translation>通常のパスワードのようです。iCloudはAppからの入力を受け付けません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>{count} of 16 letters</source>
        <translation>16文字中{count}文字</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>Hide password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_field.py"/>
        <source>Show password</source>
        <translation>パスワードを表示</translation>
    </message>
</context>
<context>
    <name>PasswordHelp</name>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Open Apple's pa&amp;ge</source>
        <translation>Appleのページを開く(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>I &amp;have one</source>
        <translation>持っています(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>How to make one</source>
        <translation>作成方法</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>1. Sign in to your Apple Account on Apple's page.</source>
        <translation>1. AppleのページでApple Accountにサインインします。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>2. Open “Sign-In and Security”, then “App-Specific Passwords”.</source>
        <translation>2. 「サインインとセキュリティ」、「アプリ用パスワード」の順に開きます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>3. Make a new one, call it Workestra, and copy its 16 letters into the field above.</source>
        <translation>3. 新しく作成してWorkestraと名付け、16文字を上の欄にコピーします。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>What is two-factor authentication?</source>
        <translation>2ファクタ認証とは？</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>When you sign in, a code on your iPhone, iPad or Mac confirms that it is you.</source>
        <translation>サインイン時に、iPhone、iPad、Macに表示されるコードで本人確認をします。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Apple makes app-specific passwords only for accounts that use it. You turn it on in the settings of your device, under your name and “Sign-In &amp; Security”.</source>
        <translation>Appleは、2ファクタ認証を使うアカウントにのみApp用パスワードを作成します。デバイスの設定で、自分の名前、「サインインとセキュリティ」の順に開いてオンにします。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Apple allows 25 of them</source>
        <translation>作成できるのは25個までです</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>If Apple makes no more, remove one on the same page that you no longer need.</source>
        <translation>これ以上作成できない場合は、同じページで不要なものを削除してください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>The app that used it then asks for a new one. Changing your Apple password removes them all.</source>
        <translation>それを使っていたAppは新しいパスワードを求めます。Appleのパスワードを変更すると、すべて無効になります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/password_help.py"/>
        <source>Apple makes an app-specific password for each app.</source>
        <translation>AppleはAppごとに専用のパスワードを作成します。</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>Pa&amp;use</source>
        <translation>一時停止(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>For an &amp;hour</source>
        <translation>1時間(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>Until &amp;tomorrow</source>
        <translation>明日まで(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>Until &amp;I resume</source>
        <translation>再開するまで(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_menu.py"/>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PickingDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/picking.py"/>
        <source>Asking iCloud whether the time is still free…</source>
        <translation>まだ空いているかiCloudに確認しています…</translation>
    </message>
</context>
<context>
    <name>PopupPost</name>
    <message>
        <location filename="../../workestra_desktop/ui/popup_post.py"/>
        <source>Join</source>
        <translation>参加</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/popup_post.py"/>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>Cance&amp;l them…</source>
        <translation>キャンセル(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>&amp;Put them back</source>
        <translation>元に戻す(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source> and {count} more</source>
        <translation> ほか{count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>Show all {count} problems</source>
        <translation>{count}件の問題をすべて表示</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>What needs a look</source>
        <translation>確認が必要なもの</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/problems.py"/>
        <source>Look at them</source>
        <translation>確認する</translation>
    </message>
</context>
<context>
    <name>RequestBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/request_bar.py"/>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>There is no booking link “{asked}”. “{link}” is chosen instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>“{link}” is not offered with {asked} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>{time} is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>{time} is too far ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/request_words.py"/>
        <source>Choose another time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <location filename="../../workestra_desktop/ui/requests.py"/>
        <source>A link could not be used. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/requests.py"/>
        <source>A link asks for a booking. Its form opens when you close this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/requests.py"/>
        <source>{count} links ask for a booking. The form of the last one opens when you close this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescheduleDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/reschedule_dialog.py"/>
        <source>&amp;Move</source>
        <translation>変更(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/reschedule_dialog.py"/>
        <source>Reschedule</source>
        <translation>日時を変更</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/reschedule_dialog.py"/>
        <source>Now: {time}</source>
        <translation>現在：{time}</translation>
    </message>
</context>
<context>
    <name>RulesGroup</name>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Room and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Unit of the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>So many days ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Fixed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>How far ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Free &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Free a&amp;fter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Buffers, also around what is in your calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>{field}, in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>&amp;Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Nothing can be booked at shorter notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Step, in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Start &amp;every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Left empty: one meeting after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Days ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>Boo&amp;kable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>At most a da&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>At most a &amp;week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/link_rules.py"/>
        <source>The last day is before the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>Search guests, notes, links</source>
        <translation>ゲスト、メモ、リンクを検索</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_search.py"/>
        <source>Search bookings</source>
        <translation>予約を検索</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_list.py"/>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_dialog.py"/>
        <source>&amp;Undo: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_dialog.py"/>
        <source>“{title}” is removed. Its bookings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_dialog.py"/>
        <source>“{title}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsFrame</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Calendars and free/busy</source>
        <translation>カレンダーと空き状況</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Booking links</source>
        <translation>予約リンク</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Changes apply at once and can be taken back.</source>
        <translation>変更はすぐに反映され、取り消すこともできます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_frame.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>SetupStep</name>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Calendars</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>SlotCalendar</name>
    <message>
        <location filename="../../workestra_desktop/ui/slot_calendar.py"/>
        <source>Point at a time that is free. Of a grey one you see here why it is not.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotList</name>
    <message>
        <location filename="../../workestra_desktop/ui/slot_list.py"/>
        <source>Days with free times</source>
        <translation>空き時間のある日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_list.py"/>
        <source>Free times</source>
        <translation>空き時間</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_list.py"/>
        <source>{day} · {count} free</source>
        <translation>{day} · 空き{count}件</translation>
    </message>
</context>
<context>
    <name>SlotPicker</name>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Later</source>
        <translation>次へ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Times in {zone}</source>
        <translation>{zone}の時刻</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>&amp;List</source>
        <translation>リスト(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>&amp;Calendar</source>
        <translation>カレンダー(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Free times are not known yet.</source>
        <translation>空き時間はまだわかりません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Choose a time first.</source>
        <translation>先に時間を選んでください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>Free times are not known yet.
{progress}</source>
        <translation>空き時間はまだわかりません。
{progress}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/slot_picker.py"/>
        <source>No free time in these seven days.
Look later, or choose another time below.</source>
        <translation>この7日間に空き時間はありません。
先の日程を見るか、下で別の時間を選んでください。</translation>
    </message>
</context>
<context>
    <name>SpecialDays</name>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Add special &amp;days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/status_line.py"/>
        <source>Talking to iCloud</source>
        <translation>iCloudと通信中</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/status_line.py"/>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/status_line.py"/>
        <source>Ends the pause</source>
        <translation>一時停止を終了します</translation>
    </message>
</context>
<context>
    <name>StaysEditor</name>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>Time zone there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>&amp;Add journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>The last day is before the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>You are elsewhere then: {journey}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Step {number} of {count}: {step}.</source>
        <translation>手順{number}/{count}：{step}。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/steps_line.py"/>
        <source>Done: {steps}.</source>
        <translation>完了：{steps}。</translation>
    </message>
</context>
<context>
    <name>TimesDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Copy my times</source>
        <translation>空き時間をコピー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Meeting</source>
        <translation>ミーティング</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Duration</source>
        <translation>長さ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Text with formatting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Guest’s time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>optional: type a city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>What will be pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Save as calendar file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Meeting</source>
        <translation>ミーティング(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>&amp;Guest’s time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Copy &amp;as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Times are given in your time zone, {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_dialog.py"/>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimesFile</name>
    <message>
        <location filename="../../workestra_desktop/ui/times_file.py"/>
        <source>Save times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_file.py"/>
        <source>Calendar file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimesWords</name>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>{days} days</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied 1 time for “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied {count} times for “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied 1 time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Copied {count} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>No free time in {days} days from {day} on. Choose other days, or see on the week page what is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>No free time in {days} days from today. Choose more days, or see on the week page what is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>Nothing copied: no free time in {days} days from today. The clipboard is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/times_words.py"/>
        <source>There are no times to copy without a booking link. Make one under “Booking links”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tongue</name>
    <message>
        <location filename="../../workestra_desktop/ui/tongue.py"/>
        <source>Another language is spoken from the next start on.</source>
        <translation>言語は次回の起動から変わります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tongue.py"/>
        <source>en</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>&amp;New booking</source>
        <translation>新しい予約(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>S&amp;ync now</source>
        <translation>今すぐ同期(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/bookings_bar.py"/>
        <source>Calen&amp;dars…</source>
        <translation>カレンダー(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>No coming booking</source>
        <translation>今後の予約はありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>A booking, {time} ({countdown})</source>
        <translation>予約、{time} ({countdown})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>{guest}, {time} ({countdown})</source>
        <translation>{guest}、{time} ({countdown})</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Workestra – {state}</source>
        <translation>Workestra – {state}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Connect…</source>
        <translation>接続…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Finish setting up…</source>
        <translation>設定を完了…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Look at them</source>
        <translation>確認する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_words.py"/>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Join meeting</source>
        <translation>ミーティングに参加(&amp;J)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>Copy meeting lin&amp;k</source>
        <translation>リンクをコピー(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;New booking…</source>
        <translation>新しい予約(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Copy my times…</source>
        <translation>空き時間をコピー(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Sync now</source>
        <translation>今すぐ同期(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Hide names and titles</source>
        <translation>名前とタイトルを隠す(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>No&amp;tices…</source>
        <translation>通知(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Open Workestra</source>
        <translation>Workestraを開く(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/tray_menu.py"/>
        <source>No&amp;tices ({count} new)…</source>
        <translation>通知 (新着{count}件)(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Its event is gone from iCloud, together with others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Its event was not found in iCloud, nor were others; it is looked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Its event is gone from iCloud, and another one lies in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>Give the guest's name, at most 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{email}” is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>The note is longer than 10,000 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking.py"/>
        <source>A text has a character that calendars cannot hold (U+{code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It is longer than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It does not begin with “workestra:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It has a blank or an invisible character; a blank is written %20 in a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It has a “/” or a “#” where none can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It has more than {most} fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{field}” has a “%” that stands for nothing; a percent sign is written %25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{field}” is longer than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{link}” cannot be the name of a booking link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{minutes}” is not a number of minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>“{text}” is not a time. Write it like 2026-12-01T10:00+01:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>Its time has neither an offset, like +01:00, nor a “zone”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>Workestra does not know what “{action}” is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>It gives “{field}” twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/booking_request.py"/>
        <source>“{field}” is not in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>send it to iCloud once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>take the event as it is in iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>keep the time it has here, and move the event there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>write its event into iCloud anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>end the booking here, and leave its event in iCloud as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/choices.py"/>
        <source>cancel the booking; what is left of its event is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/endpoint.py"/>
        <source>WORKESTRA_ENDPOINT may only name 127.0.0.1, ::1 or localhost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/endpoint.py"/>
        <source>WORKESTRA_ENDPOINT must be a plain http://127.0.0.1:PORT/path/ address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/env.py"/>
        <source>{name} must be a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}時間{minutes}分</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <source>{days} days</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/facts.py"/>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{link}” cannot name a link: use a-z, 0-9 and dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A link needs a title of at most 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A link needs at least one duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Durations are 1 minute to 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A duration stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Buffers are 0 minutes to 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Notice is 0 minutes to one year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The step is 5 to 720 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The booking window is 1 to 730 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Alarms are 0 minutes to 28 days before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>An alarm stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The location is at most 500 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A range of days ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The booking window ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>Days lie in the years {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>Hours are kept by weekday, mon to sun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>A limit is 1 to 1000 meetings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The meeting URL must start with https:// and have no spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{link}” offers {offered} minutes, not {asked}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{text}” is not a window like 09:00-17:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>The windows in “{text}” overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/link.py"/>
        <source>“{text}” is not a line of hours like “mon-fri 09:00-17:00”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>These times are free for “{title}” ({length}):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Proposed: {title} ({length})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Only proposed, not booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Please answer with a number. Nothing is booked until it is confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{times}, a start every {step}, the last at {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>Please answer with a number and a start. Nothing is booked until it is confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{first}, {start}–{last}, {end} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>One later time is free as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{start}–{last}, {end} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{first}, {start}–{end} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{start}–{end} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/offer_words.py"/>
        <source>{count} later times are free as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/restoring.py"/>
        <source>Restored from a backup. Its event has not been found in iCloud since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/restoring.py"/>
        <source>Restored from a backup. Its event may still be in iCloud: it was about to be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>More than {most} stays are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>A stay ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/settings.py"/>
        <source>Two stays overlap: {first} and {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>It is outside the hours of “{link}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” takes at most {most} a day, and they are booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” takes at most {most} a week, and they are booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” starts every {every} minutes from {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” needs {minutes} minutes of notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” can be booked from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <source>“{link}” can be booked {days} days ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/slots.py"/>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>That time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>{time} does not exist in {zone}: the clocks go forward then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>There is no time zone called “{zone}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/times.py"/>
        <source>{time} comes twice in {zone}: the clocks go back then. Add the offset, like +01:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud has no length any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud is marked as cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud has become a series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/verdict.py"/>
        <source>Its event in iCloud has become an all-day event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings are kept here.</source>
        <translation>予約はここに保管されています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing new can be kept: no booking is made, moved or cancelled now.</source>
        <translation>新しい内容を保存できません。今は予約の作成、変更、キャンセルはできません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>All else works: bookings are kept here and written to iCloud as usual.</source>
        <translation>ほかは正常です。予約はここに保管され、通常どおりiCloudに書き込まれます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was decided before is safe and goes on by itself afterwards.</source>
        <translation>これまでに決めたことは安全で、後で自動的に続行されます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>No calendar has been read yet, so no free times are known; new bookings wait until the connection is back.</source>
        <translation>まだカレンダーを読み込んでいないため空き時間はわかりません。新しい予約は接続が戻るまで待ちます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra checks again at {next}; you need to do nothing unless this stays.</source>
        <translation>{next}に再確認します。続く場合を除き、何もする必要はありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your computer's clock is off by {off}</source>
        <translation>コンピュータの時計が{off}ずれています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“workestra restore "{whole}" --yes” goes back to the newest good copy.</source>
        <translation>「workestra restore "{whole}" --yes」で最新の正常なコピーに戻せます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings and settings are safe.</source>
        <translation>予約と設定は安全です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings and settings are safe; 1 change waits.</source>
        <translation>予約と設定は安全です。1件の変更が待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings and settings are safe; {waiting} changes wait.</source>
        <translation>予約と設定は安全です。{waiting}件の変更が待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free times are from {last}; new bookings wait until the connection is back.</source>
        <translation>空き時間は{last}時点です。新しい予約は接続が戻るまで待ちます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free times are as old as the last reading; new bookings wait until the connection is back.</source>
        <translation>空き時間は前回の読み込み時点です。新しい予約は接続が戻るまで待ちます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Next try in {wait}.</source>
        <translation>次は{wait}後に試します。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra checks again at the next sync; you need to do nothing unless this stays.</source>
        <translation>次の同期で再確認します。続く場合を除き、何もする必要はありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your computer's clock is wrong</source>
        <translation>コンピュータの時計がずれています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>We can read these calendars but may not add to any.</source>
        <translation>これらのカレンダーは読めますが、追加はできません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>We can read 1 calendar but may not add to it.</source>
        <translation>1件のカレンダーを読めますが、追加はできません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>We can read {count} calendars but may not add to any.</source>
        <translation>{count}件のカレンダーを読めますが、どれにも追加できません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“{subject}” is gone from iCloud</source>
        <translation>「{subject}」がiCloudからなくなりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>A calendar is gone from iCloud</source>
        <translation>カレンダーがiCloudからなくなりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>1 coming booking was in it.</source>
        <translation>今後の予約1件が入っていました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>{count} coming bookings were in it.</source>
        <translation>今後の予約{count}件が入っていました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The newest copy is of {subject}.</source>
        <translation>最新のコピーは{subject}のものです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>There is no copy yet.</source>
        <translation>コピーはまだありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The app has no copy of it; “workestra restore FILE --yes” goes back to a backup of your own.</source>
        <translation>Appにコピーはありません。「workestra restore FILE --yes」でご自身のバックアップに戻せます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Not connected to iCloud</source>
        <translation>iCloudに接続していません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That isn't an app-specific password</source>
        <translation>App用パスワードではありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Get one from Apple</source>
        <translation>Appleで作成する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple refused the password in use</source>
        <translation>使用中のパスワードをAppleが拒否しました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple refused this sign-in again</source>
        <translation>Appleが再びサインインを拒否しました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple didn't accept this sign-in</source>
        <translation>Appleがサインインを受け付けませんでした</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud needs a new app-specific password</source>
        <translation>iCloudに新しいApp用パスワードが必要です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Paste a new password</source>
        <translation>新しいパスワードを貼り付け</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>You're offline</source>
        <translation>オフラインです</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Something between you and Apple answers instead</source>
        <translation>Appleの代わりに別のものが応答しています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“{subject}” can't be read right now</source>
        <translation>「{subject}」を今読み込めません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud isn't answering right now</source>
        <translation>iCloudが今応答していません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud asks for a pause</source>
        <translation>iCloudが少し待つよう求めています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Wait</source>
        <translation>待つ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>No calendar in this account</source>
        <translation>このアカウントにカレンダーがありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>These calendars are read-only</source>
        <translation>これらのカレンダーは読み取り専用です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another calendar</source>
        <translation>別のカレンダーを選ぶ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The event in iCloud was left as it is</source>
        <translation>iCloudのイベントはそのままです</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Look at it</source>
        <translation>確認する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“{subject}” is read-only</source>
        <translation>「{subject}」は読み取り専用です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>iCloud refused the change</source>
        <translation>iCloudが変更を拒否しました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The password isn't in the keychain</source>
        <translation>パスワードがキーチェーンにありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Enter the password</source>
        <translation>パスワードを入力</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That time is taken</source>
        <translation>その時間は埋まっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another time</source>
        <translation>別の時間を選ぶ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That time is outside the link's rules</source>
        <translation>その時間はリンクの条件外です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another time, or book outside the rules</source>
        <translation>別の時間を選ぶか、条件外で予約する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The event is gone from iCloud</source>
        <translation>イベントがiCloudからなくなりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That doesn't exist here</source>
        <translation>ここにはありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Look at the list</source>
        <translation>一覧を見る</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That can't be used</source>
        <translation>それは使えません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Correct it and try again</source>
        <translation>修正してもう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra was updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Quit it and start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This profile was made by a newer Workestra</source>
        <translation>このプロファイルは新しいWorkestraで作られました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Update the app</source>
        <translation>Appをアップデート</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra is running, but doesn't answer</source>
        <translation>Workestraは起動していますが応答しません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>End it in the system's list of programs, then start it again</source>
        <translation>システムのプログラム一覧で終了し、もう一度起動する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Another Workestra is busy with this profile</source>
        <translation>別のWorkestraがこのプロファイルを使用中です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Try again in a moment</source>
        <translation>少し待ってもう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>An event can't be read</source>
        <translation>読み取れないイベントがあります</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Open it in Apple Calendar and save it again</source>
        <translation>Appleカレンダーで開いて保存し直す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Several bookings' events are gone from iCloud</source>
        <translation>複数の予約のイベントがiCloudからなくなりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Decide: cancel them or put them back</source>
        <translation>キャンセルするか元に戻すか決める</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>An event lies on a booking</source>
        <translation>イベントが予約と重なっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Decide</source>
        <translation>決める</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>A booking needs your attention</source>
        <translation>確認が必要な予約があります</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The daily copy of your bookings wasn't made</source>
        <translation>予約の毎日のコピーを作成できませんでした</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free some space, then try again</source>
        <translation>空き容量を増やしてもう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Make the folder “backups” in the profile writable, then try again</source>
        <translation>プロファイルの「backups」フォルダを書き込み可能にしてもう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That file can't be written</source>
        <translation>そのファイルに書き込めません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Choose another place for it</source>
        <translation>別の場所を選ぶ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The result can't be written out</source>
        <translation>結果を書き出せません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Ask for it again, to another place</source>
        <translation>別の場所を指定してもう一度実行する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Start at login wasn't changed</source>
        <translation>ログイン時の起動は変更されませんでした</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Drag Workestra Desktop into the folder Applications, start it there, then try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Change it in the system's settings</source>
        <translation>システムの設定で変更する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile is damaged</source>
        <translation>プロファイルが壊れています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Restore a copy</source>
        <translation>コピーを復元する</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile's folder is gone</source>
        <translation>プロファイルのフォルダがありません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Put it back, or start Workestra anew</source>
        <translation>元に戻すか、Workestraを起動し直す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile is read-only</source>
        <translation>プロファイルが読み取り専用です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Make its folder writable, then try again</source>
        <translation>フォルダを書き込み可能にしてもう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The profile can't be written</source>
        <translation>プロファイルに書き込めません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Something went wrong inside Workestra</source>
        <translation>Workestra内部で問題が起きました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Free times are from {last} today; new bookings wait until the connection is back.</source>
        <translation>空き時間は今日の{last}時点です。新しい予約は接続が戻るまで待ちます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It asks to wait {pause}.</source>
        <translation>{pause}待つよう求めています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk is full.</source>
        <translation>ディスクがいっぱいです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The folder, or the whole disk, is read-only.</source>
        <translation>フォルダまたはディスク全体が読み取り専用です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk didn't take it.</source>
        <translation>ディスクに書き込めませんでした。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>No Apple Account is connected on this profile.</source>
        <translation>このプロファイルにApple Accountは接続されていません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple only lets its own apps use your normal password.</source>
        <translation>通常のパスワードを使えるのはAppleのAppだけです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>An app-specific password has 16 letters, like abcd-efgh-ijkl-mnop.</source>
        <translation>App用パスワードはabcd-efgh-ijkl-mnopのような16文字です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was sent.</source>
        <translation>何も送信していません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It worked until now, so this may pass.</source>
        <translation>これまで使えていたので、一時的なものかもしれません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Make a new app-specific password, and type the main address of the Apple Account it belongs to.</source>
        <translation>新しいApp用パスワードを作成し、そのApple Accountの主アドレスを入力してください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The e-mail is not the main address of your Apple Account, or the password was mistyped or removed.</source>
        <translation>メールがApple Accountの主アドレスでないか、パスワードが間違っているか削除されています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple doesn't tell apps which.</source>
        <translation>どちらかはAppに知らされません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple has withdrawn the one in use.</source>
        <translation>使用中のものはAppleが取り消しました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>That happens when you change your Apple password.</source>
        <translation>Appleのパスワードを変更するとそうなります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.</source>
        <translation>Wi-Fiのログインページ、プロキシ、またはファイアウォールがcaldav.icloud.comを遮断しています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This is on Apple's side.</source>
        <translation>Apple側の問題です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was read of it before still counts.</source>
        <translation>以前読み込んだ内容は引き続き有効です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>New bookings wait.</source>
        <translation>新しい予約は待機します。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It has too much to do.</source>
        <translation>混み合っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Apple refuses sign-ins when the clock is wrong.</source>
        <translation>時計がずれているとAppleはサインインを拒否します。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Switch on iCloud Calendar, or add a calendar in Apple Calendar.</source>
        <translation>iCloudカレンダーをオンにするか、Appleカレンダーでカレンダーを追加してください。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was changed.</source>
        <translation>何も変更していません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was deleted or is no longer shared.</source>
        <translation>削除されたか、共有されなくなりました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was cancelled.</source>
        <translation>何もキャンセルしていません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The booking is kept here as you decided; its event in iCloud was not changed.</source>
        <translation>予約は決めたとおりここに保管されています。iCloudのイベントは変更していません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Bookings can't be written to it any more.</source>
        <translation>予約を書き込めなくなりました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Nothing was booked or moved.</source>
        <translation>予約も変更もしていません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The calendar may not be changed by you, or iCloud did not take this event.</source>
        <translation>このカレンダーを変更できないか、iCloudがこのイベントを受け付けませんでした。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The booking is kept here, not yet in iCloud.</source>
        <translation>予約はここに保管され、まだiCloudにはありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The keychain of this computer is missing, locked or refused, so the app-specific password is not at hand.</source>
        <translation>このコンピュータのキーチェーンがないか、ロックされているか、拒否されたため、App用パスワードを使えません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The booking is kept here as you decided, not in iCloud.</source>
        <translation>予約は決めたとおりここに保管されていますが、iCloudにはありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This window is still the older version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings are kept.</source>
        <translation>予約は保管されています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was left alone, so nothing is lost.</source>
        <translation>手を加えていないので、何も失われていません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>“workestra restore FILE” goes back to an older copy.</source>
        <translation>「workestra restore FILE」で古いコピーに戻せます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Its window could not be brought to the front.</source>
        <translation>ウインドウを前面に出せませんでした。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Two never write at once.</source>
        <translation>2つが同時に書き込むことはありません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It blocks its time as far as its dates can be read.</source>
        <translation>日付を読み取れる範囲で、その時間は予定ありになります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>All other events count as usual.</source>
        <translation>ほかのイベントは通常どおりです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>More than three vanished at once, so nothing was cancelled.</source>
        <translation>一度に4件以上なくなったため、何もキャンセルしていません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was added or moved there in iCloud.</source>
        <translation>iCloudで追加されたか、そこに移されました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Both are kept until you decide.</source>
        <translation>決めるまで両方とも残ります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was there before is untouched, and so are the profile and your bookings.</source>
        <translation>元の内容もプロファイルも予約もそのままです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What you asked for was done; only its result could not be written.</source>
        <translation>処理は完了しましたが、結果だけ書き出せませんでした。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Workestra runs from its disk image, or from a copy that macOS will remove, which is gone at the next login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>All else works as before.</source>
        <translation>ほかは以前と同じです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The system's list of what starts at login can't be read or written.</source>
        <translation>ログイン時に起動する項目の一覧を読み書きできません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Its database can't be read as it should; it was left as it is.</source>
        <translation>データベースを正しく読み取れません。そのまま残してあります。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>Your bookings are still in your iCloud calendar.</source>
        <translation>予約はiCloudカレンダーに残っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>It was moved, removed or replaced while Workestra was running.</source>
        <translation>Workestraの起動中に移動、削除、または置き換えられました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>The disk is full or read-only, so nothing new can be kept.</source>
        <translation>ディスクがいっぱいか読み取り専用のため、新しい内容を保存できません。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>What was stored before is untouched.</source>
        <translation>保存済みの内容はそのままです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/core/words.py"/>
        <source>This is a defect in the app.</source>
        <translation>Appの不具合です。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>{event} repeats too often to be read; all its time is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>{event} has more dates than can be read; all its time is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>The rule by which {event} repeats cannot be read; its time is blocked every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>The end of {event} cannot be read; it is taken to repeat for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/expansion.py"/>
        <source>The rule by which {event} repeats cannot be read; all its time is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>This is not a calendar entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} has no start that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>The time zone “{zone}” of {event} is not known; your own was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A calendar entry has more parts than can be read; all the time it may take is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>An event without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>an event without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A date of {event} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A date of {event} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A calendar entry is cut short or garbled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>The duration of {event} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>{event} has more dates than can be read; some that were taken out are blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A calendar entry has a line that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ical/reading.py"/>
        <source>A time zone that a calendar entry brings along cannot be read in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/account_desk.py"/>
        <source>“{typed}” is not the e-mail address of an Apple Account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/account_desk.py"/>
        <source>This profile belongs to {account}. Use another profile, or disconnect and erase this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>The booking “{booking}” is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}” in “{calendar}” is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}” is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>needs the time around it: “{event}” in “{calendar}”, {times}, is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>needs the time around it: “{event}”, {times}, is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}” in “{calendar}”, {times}, is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/booking_desk.py"/>
        <source>“{event}”, {times}, is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>“{choice}” does not fit “{booking}” as things are. It can be {open}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>“{choice}” to {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>“{booking}” does not wait for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>Its event is not in iCloud any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/choice_desk.py"/>
        <source>{told}; {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event changed in iCloud each time it was about to be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event is gone from iCloud, so it could not be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event in iCloud was changed so much that it could not be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>It was moved here and in iCloud at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>iCloud refused to take it.</source>
        <translation>iCloudが受け付けませんでした。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event in iCloud has become a series, so it was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/delivery.py"/>
        <source>Its event in iCloud cannot be read any more, so it was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>There is no link called “{link}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>No calendar is chosen for bookings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>There is no booking “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>There is no calendar called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>Two calendars are called “{name}”; use the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>“{calendar}” is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/desk.py"/>
        <source>Free times are not known yet: {known} of {all} calendars are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>Times are offered for 1 to 92 days at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>A week view shows at most {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/free_desk.py"/>
        <source>That event is not in your calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/note_desk.py"/>
        <source>There is no language called “{language}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/note_desk.py"/>
        <source>“{booking}” is cancelled: nobody was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/note_desk.py"/>
        <source>“{booking}” has not begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/radar.py"/>
        <source>That event and that booking are not on top of each other any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/reading.py"/>
        <source>In “{calendar}”: iCloud lists 1 event, but does not hand it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/reading.py"/>
        <source>In “{calendar}”: iCloud lists {count} events, but does not hand it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>“{event}” lies on “{booking}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>In “{calendar}”: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>{booking}: {concern}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>1 coming booking has lost its event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/standing.py"/>
        <source>{count} coming bookings have lost their events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/undo_desk.py"/>
        <source>“{booking}” was neither cancelled nor moved in the last 30 days, or that was taken back already. It stays as it is; to change it, move or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/sync/undo_desk.py"/>
        <source>“{booking}” has just been changed in iCloud, so what was to be taken back is not its last change any more. Look at it and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/desktop/folders.py"/>
        <source>“{folder}” is not a folder for a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/desktop/folders.py"/>
        <source>That is not a folder for a profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Try &amp;again</source>
        <translation>もう一度試す(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>&amp;Leave it</source>
        <translation>このままにする(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Putting it back…</source>
        <translation>元に戻しています…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Undo move</source>
        <translation>日時変更を取り消す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>Undo cancel</source>
        <translation>キャンセルを取り消す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>The booking with {guest} goes back</source>
        <translation>{guest}との予約を元に戻す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/undo_dialog.py"/>
        <source>To {time}</source>
        <translation>{time}へ</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Talking to iCloud now.</source>
        <translation>iCloudと通信しています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Next try at {time}.</source>
        <translation>次は{time}に試します。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>You can still cancel it.</source>
        <translation>まだキャンセルできます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting since {since} to be removed from iCloud.</source>
        <translation>{since}からiCloudでの削除を待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting since {since} to be written to iCloud.</source>
        <translation>{since}からiCloudへの書き込みを待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting since {since} to be moved in iCloud.</source>
        <translation>{since}からiCloudでの変更を待っています。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/waiting_words.py"/>
        <source>Waiting for iCloud since {since}.</source>
        <translation>{since}からiCloudを待っています。</translation>
    </message>
</context>
<context>
    <name>WeekBar</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Meeting</source>
        <translation>ミーティング</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Duration</source>
        <translation>長さ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>&amp;New booking</source>
        <translation>新しい予約(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>&amp;Today</source>
        <translation>今日(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>Later</source>
        <translation>次へ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_bar.py"/>
        <source>As a &amp;list</source>
        <translation>リスト(&amp;L)</translation>
    </message>
</context>
<context>
    <name>WeekCanvas</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_canvas.py"/>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_canvas.py"/>
        <source>{times}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_canvas.py"/>
        <source>The clocks change: this day does not have these minutes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekDraw</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_draw.py"/>
        <source>This time is outside the rules of “{link}”, or taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_draw.py"/>
        <source>The first free time in what you drew is {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_draw.py"/>
        <source>You drew {drawn}; “{link}” takes {length}, from {time} on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekEntries</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Could not be read in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Takes no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Declined: takes no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Called off: takes no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Tentative: takes no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>Not answered yet: takes no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_entries.py"/>
        <source>All day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekHeader</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>Days and whole-day events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>{day}, all day: {titles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_header.py"/>
        <source>{day}, no whole-day events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekLegend</name>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>can be booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>cannot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>too soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/week_legend.py"/>
        <source>too short for a meeting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Welcome to Workestra</source>
        <translation>Workestraへようこそ</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Finds the times when you are free, across all your iCloud calendars.</source>
        <translation>すべてのiCloudカレンダーから空き時間を見つけます。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Puts each booking into your calendar, and follows when you move it there.</source>
        <translation>予約をカレンダーに書き込み、そこで動かせば予約も追従します。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>Talks to Apple's calendar server and to nobody else.</source>
        <translation>通信するのはAppleのカレンダーサーバだけです。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>&amp;Look around with sample data</source>
        <translation>サンプルデータで試す(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/welcome.py"/>
        <source>The sample calendars open in a window of their own…</source>
        <translation>サンプルカレンダーは別のウインドウで開きます…</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日(ddd)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd, MMM d, yyyy</source>
        <translation>yyyy年M月d日(ddd)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd d MMM</source>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd, MMM d</source>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>ddd</source>
        <translation>ddd</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>dddd d MMMM</source>
        <translation>M月d日dddd</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>dddd, MMMM d</source>
        <translation>M月d日dddd</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>{day}, {start} – {end}</source>
        <translation>{day} {start}～{end}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>{day}, {start} – {last}, {end}</source>
        <translation>{day} {start}～{last} {end}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>in {minutes} min</source>
        <translation>{minutes}分後</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>in {hours} h</source>
        <translation>{hours}時間後</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/when.py"/>
        <source>in {days} days</source>
        <translation>{days}日後</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Connect your iCloud calendar</source>
        <translation>iCloudカレンダーを接続</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Enter your password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>iCloud needs a new app-specific password</source>
        <translation>iCloudに新しいApp用パスワードが必要です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Paste a new password</source>
        <translation>新しいパスワードを貼り付け</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Your account is known, but its password is not in this computer's keychain. Your bookings and settings are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Apple has withdrawn the one in use. That happens when you change your Apple password. Your bookings and settings are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_connect.py"/>
        <source>Your bookings, calendars and everything that waits stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{title} ({calendar})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>can be booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>; and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>This time has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>A meeting over this time would have begun already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change starting times…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The event itself says that you are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You declined it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Takes no time, by your word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You chose that this event never blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is only tentative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Tentative events take no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You have not answered it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Unanswered invitations take no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It lasts all day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>All-day events never take time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” must be booked in good time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” can be booked from {time} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{length} notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Too soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change notice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change booking window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” is not offered on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Bookable from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Outside the booking window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” can be booked up to {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Bookable {count} days ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Too far ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change hours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Special hours of “{link}”, {days}: {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>No “{link}” on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Hours of “{link}”: {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>(time in {zone})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” is not offered at this time of this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Outside your hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>No meeting of {length} would lie over this time and end within the hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>“{link}” starts every {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The week is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>At most {count} a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The day is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>At most {count} a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>All meetings of “{link}” that may be are booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Too near to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>too near to {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>too short before or after {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Free, but a meeting of {length} over this time would run into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The way there takes {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>The way back takes {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>A booking of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is there, though only tentative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>An invitation you have not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It cannot be read in full, so its time is kept free for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Blocks its time, by your word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>It is marked as busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Change buffers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Buffer of {length} before a meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Buffer of {length} after a meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>That booking keeps {length} free before itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>That booking keeps {length} free after itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Tentative events block your time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Unanswered invitations block your time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>All-day events always block your time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>You chose that this event always blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>some time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>Event without a title</source>
        <translation>タイトルのないイベント</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_words.py"/>
        <source>{day}, all day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Setting: {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Open {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Free/busy settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>“{title}” counts as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>“{title}” always blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>“{title}” never blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_card.py"/>
        <source>This event and its repeats block time:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Point at any time of the week to see what can be booked, or why nothing can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Free times are shown once every busy calendar has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Reading your calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Nothing is offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Make a booking link first: it says when which kind of meeting can be booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Booking links…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Cannot be booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Can be booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Also there, takes no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>Book {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/why_panel.py"/>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
</context>
<context>
    <name>WindowsEditor</name>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>Add hours, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>{start} – {end} ends on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../workestra_desktop/ui/pause_words.py"/>
        <source>Paused until you resume</source>
        <translation>再開するまで一時停止中</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/pause_words.py"/>
        <source>Paused until {time}</source>
        <translation>{time}まで一時停止中</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>iCloud refused to take it.</source>
        <translation>iCloudが受け付けませんでした。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Its event is gone from iCloud.</source>
        <translation>予約のイベントがiCloudからなくなりました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>its event is gone from iCloud</source>
        <translation>イベントがiCloudからなくなりました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Needs attention: {concern}</source>
        <translation>要確認：{concern}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Deleted in iCloud</source>
        <translation>iCloudで削除済み</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled, removing from iCloud…</source>
        <translation>キャンセル済み、iCloudから削除中…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled, not yet removed – refused</source>
        <translation>キャンセル済み、未削除 – 拒否されました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Not yet in iCloud – refused</source>
        <translation>まだiCloudにありません – 拒否されました</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>An event lies on it</source>
        <translation>イベントが重なっています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Missing in iCloud, checking again</source>
        <translation>iCloudに見つかりません、再確認中</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>In iCloud</source>
        <translation>iCloudにあります</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Waiting for iCloud: to be written</source>
        <translation>iCloudを待っています：書き込み予定</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Waiting for iCloud: to be moved</source>
        <translation>iCloudを待っています：変更予定</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Waiting for iCloud</source>
        <translation>iCloudを待っています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled by you.</source>
        <translation>あなたがキャンセルしました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Its event was deleted in iCloud.</source>
        <translation>予約のイベントがiCloudで削除されました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Cancelled by the guest.</source>
        <translation>ゲストがキャンセルしました。</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Reason: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Reading your calendars…</source>
        <translation>カレンダーを読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Reading {number} of {all}: {calendar}</source>
        <translation>読み込み中 {number}/{all}：{calendar}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source> — {done} of {all} events, {size}</source>
        <translation> – イベント{all}件中{done}件、{size}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>1 change waits for iCloud</source>
        <translation>1件の変更がiCloudを待っています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>{count} changes wait for iCloud</source>
        <translation>{count}件の変更がiCloudを待っています</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Not connected to iCloud</source>
        <translation>iCloudに接続していません</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Talking to iCloud…</source>
        <translation>iCloudと通信中…</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>In step with iCloud at {time}</source>
        <translation>{time}にiCloudと一致</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>In step with iCloud</source>
        <translation>iCloudと一致</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Offline: free times are from {time}</source>
        <translation>オフライン：空き時間は{time}時点</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>Needs your attention</source>
        <translation>確認が必要です</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>last read at {time}</source>
        <translation>最終読み込み {time}</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/words.py"/>
        <source>next at {time}</source>
        <translation>次回 {time}</translation>
    </message>
</context>
<context>
    <name>_LinkRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>{lengths} · {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/settings_links.py"/>
        <source>Edit “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RuleRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>Event without a title</source>
        <translation>タイトルのないイベント</translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>Always makes you busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>Never makes you busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>How “{title}” counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>As usual again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/event_rules.py"/>
        <source>“{title}” counts as usual again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SpecialRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Day off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Other hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>What these days are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>special days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>the next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>no hours yet: a day off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>Remove these special days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/special_days.py"/>
        <source>The last day is before the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StayRow</name>
    <message>
        <location filename="../../workestra_desktop/ui/stays_editor.py"/>
        <source>Remove the journey {journey}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_WindowField</name>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>Remove these hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>{day}, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>{day}, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../workestra_desktop/ui/windows_editor.py"/>
        <source>Remove {start} – {end}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
