<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CampaignEdit</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day: 20260301</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day: 20260331</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupon batches, by comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotions, by comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of cards, yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of gifts, yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost online, yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost elsewhere, yuan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClubText</name>
    <message>
        <source>invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not coming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n invited</source>
        <translation>
            <numerusform>%n invited</numerusform>
            <numerusform>%n invited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a seat</source>
        <translation>
            <numerusform>%n with a seat</numerusform>
            <numerusform>%n with a seat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n present</source>
        <translation>
            <numerusform>%n present</numerusform>
            <numerusform>%n present</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is invited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 seats free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prize %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chance(s)</source>
        <translation>
            <numerusform>%n chance</numerusform>
            <numerusform>%n chances</numerusform>
        </translation>
    </message>
    <message>
        <source>not drawn yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wedding day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child&apos;s birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chances in a draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3 used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>top brand %1, %2 in %n bill(s)</source>
        <translation>
            <numerusform>top brand %1, %2 in %n bill</numerusform>
            <numerusform>top brand %1, %2 in %n bills</numerusform>
        </translation>
    </message>
    <message>
        <source>birthday month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the birthday month only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerEntryText</name>
    <message>
        <source>Your mobile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you agree to the membership terms?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May we send you news and offers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your member&apos;s PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Are you still there? Touch the screen; in %n second(s) this closes.</source>
        <translation>
            <numerusform>Are you still there? Touch the screen; in %n second this closes.</numerusform>
            <numerusform>Are you still there? Touch the screen; in %n seconds this closes.</numerusform>
        </translation>
    </message>
    <message>
        <source>11 digits. It is your key to the membership.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type pinyin and touch the characters. You may leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and spaces. You may leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year, month, day. You may leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am 18 or older and agree to the terms, version %1. Ask at the counter for the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership is the same either way. You can change it at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cashier looks at it and finishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 to 12 digits. Nobody sees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no mobile number. Please check its 11 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the characters that you mean, or delete the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day. Please check it, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has at least 4 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 or older, agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News and offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The customer types: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese names cannot be typed on the customer&apos;s window: no dictionary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters work. Install the package libgooglepinyin0, or type the name here afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer types on the other window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods can be scanned meanwhile. Esc takes the window back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, or let the customer type here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed stands in the form: go on here, or ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer typed the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the form, then Enter goes to Join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s window shows the bill again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer does not agree to the terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody joins without. Esc closes the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody typed for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s window is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new PIN once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two differ. Please choose the new PIN again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer types the PIN on the other window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc takes the window back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceText</name>
    <message>
        <source>Smart card reader (PC/SC)</source>
        <translation>Smart card reader (PC/SC)</translation>
    </message>
    <message>
        <source>NFC reader on a serial line</source>
        <translation>NFC reader on a serial line</translation>
    </message>
    <message>
        <source>Serial stripe reader or scanner</source>
        <translation>Serial stripe reader or scanner</translation>
    </message>
    <message>
        <source>Keyboard scanner of its own</source>
        <translation>Keyboard scanner of its own</translation>
    </message>
    <message>
        <source>Simulated reader</source>
        <translation>Simulated reader</translation>
    </message>
    <message>
        <source>Every smart card reader</source>
        <translation>Every smart card reader</translation>
    </message>
    <message>
        <source>Demo reader</source>
        <translation>Demo reader</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Held by another program</source>
        <translation>Held by another program</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Does not answer</translation>
    </message>
    <message>
        <source>magnetic stripe</source>
        <translation>magnetic stripe</translation>
    </message>
    <message>
        <source>card number only</source>
        <translation>card number only</translation>
    </message>
    <message>
        <source>NTAG21x</source>
        <translation>NTAG21x</translation>
    </message>
    <message>
        <source>Ultralight EV1</source>
        <translation>Ultralight EV1</translation>
    </message>
    <message>
        <source>NTAG 424 DNA</source>
        <translation>NTAG 424 DNA</translation>
    </message>
    <message>
        <source>DESFire</source>
        <translation>DESFire</translation>
    </message>
    <message>
        <source>member code</source>
        <translation>member code</translation>
    </message>
    <message>
        <source>can be copied</source>
        <translation>can be copied</translation>
    </message>
    <message>
        <source>genuine chip</source>
        <translation>genuine chip</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>proven</translation>
    </message>
    <message>
        <source>%1, %2, number ends in %3</source>
        <translation>%1, %2, number ends in %3</translation>
    </message>
    <message>
        <source>Lay down one card or scan one code now. It will not go to the bill.</source>
        <translation>Lay down one card or scan one code now. It will not go to the bill.</translation>
    </message>
    <message>
        <source>The reader works. %1</source>
        <translation>The reader works. %1</translation>
    </message>
    <message>
        <source>The reader works. Seen: %1</source>
        <translation>The reader works. Seen: %1</translation>
    </message>
    <message>
        <source>Left to other programs</source>
        <translation>Left to other programs</translation>
    </message>
    <message>
        <source>Used by this till</source>
        <translation>Used by this till</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>Being tested</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>The smart card service is not installed.</source>
        <translation>The smart card service is not installed.</translation>
    </message>
    <message>
        <source>Support: install the package pcscd.</source>
        <translation>Support: install the package pcscd.</translation>
    </message>
    <message>
        <source>The smart card service does not run.</source>
        <translation>The smart card service does not run.</translation>
    </message>
    <message>
        <source>Support: start pcscd, or restart this machine.</source>
        <translation>Support: start pcscd, or restart this machine.</translation>
    </message>
    <message>
        <source>This user may not use the smart card service.</source>
        <translation>This user may not use the smart card service.</translation>
    </message>
    <message>
        <source>Support: allow it in the rules of polkit, or run the till in the desktop session.</source>
        <translation>Support: allow it in the rules of polkit, or run the till in the desktop session.</translation>
    </message>
    <message>
        <source>The smart card service does not answer.</source>
        <translation>The smart card service does not answer.</translation>
    </message>
    <message>
        <source>Unplug the card reader, wait a moment, plug it in again. Otherwise restart this machine.</source>
        <translation>Unplug the card reader, wait a moment, plug it in again. Otherwise restart this machine.</translation>
    </message>
    <message>
        <source>Works: %1</source>
        <translation>Works: %1</translation>
    </message>
    <message>
        <source>No smart card reader is connected.</source>
        <translation>No smart card reader is connected.</translation>
    </message>
    <message>
        <source>No reader named %1.</source>
        <translation>No reader named %1.</translation>
    </message>
    <message>
        <source>Plug it in. If it is, try another port or another cable.</source>
        <translation>Plug it in. If it is, try another port or another cable.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 does not answer.</translation>
    </message>
    <message>
        <source>Unplug it, wait a moment and plug it in again.</source>
        <translation>Unplug it, wait a moment and plug it in again.</translation>
    </message>
    <message>
        <source>Another user&apos;s program holds %1.</source>
        <translation>Another user&apos;s program holds %1.</translation>
    </message>
    <message>
        <source>Close other programs that read cards, or restart this machine.</source>
        <translation>Close other programs that read cards, or restart this machine.</translation>
    </message>
    <message>
        <source>Held by %1.</source>
        <translation>Held by %1.</translation>
    </message>
    <message>
        <source>Close this program, or let it use another reader.</source>
        <translation>Close this program, or let it use another reader.</translation>
    </message>
    <message>
        <source>The system&apos;s own NFC driver takes readers away (%1).</source>
        <translation>The system&apos;s own NFC driver takes readers away (%1).</translation>
    </message>
    <message>
        <source>Support: list pn533_usb, pn533 and nfc in a file of /etc/modprobe.d, each after the word blacklist, and restart this machine.</source>
        <translation>Support: list pn533_usb, pn533 and nfc in a file of /etc/modprobe.d, each after the word blacklist, and restart this machine.</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>There is no %1.</translation>
    </message>
    <message>
        <source>Plug it in, or remove it here and add it under its name.</source>
        <translation>Plug it in, or remove it here and add it under its name.</translation>
    </message>
    <message>
        <source>This user may not use %1.</source>
        <translation>This user may not use %1.</translation>
    </message>
    <message>
        <source>Support: put the user into the group %1, then sign in to the desktop again.</source>
        <translation>Support: put the user into the group %1, then sign in to the desktop again.</translation>
    </message>
    <message>
        <source>%1 is no device of this kind.</source>
        <translation>%1 is no device of this kind.</translation>
    </message>
    <message>
        <source>Remove it here and add the right one.</source>
        <translation>Remove it here and add the right one.</translation>
    </message>
    <message>
        <source>A part of Kahui is missing: %1</source>
        <translation>A part of Kahui is missing: %1</translation>
    </message>
    <message>
        <source>Support: install Kahui again.</source>
        <translation>Support: install Kahui again.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s) since %2</source>
        <translation>
            <numerusform>%1, once since %2</numerusform>
            <numerusform>%1, %n times since %2</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no device that the till can use.</source>
        <translation>This is no device that the till can use.</translation>
    </message>
    <message>
        <source>Check kind, name and speed, then add it.</source>
        <translation>Check kind, name and speed, then add it.</translation>
    </message>
    <message>
        <source>This device is in the list already.</source>
        <translation>This device is in the list already.</translation>
    </message>
    <message>
        <source>Choose it on the left to test it.</source>
        <translation>Choose it on the left to test it.</translation>
    </message>
    <message>
        <source>The list is full.</source>
        <translation>The list is full.</translation>
    </message>
    <message>
        <source>Remove a device that is not used, then add this one.</source>
        <translation>Remove a device that is not used, then add this one.</translation>
    </message>
    <message>
        <source>Done, but it could not be saved for the next start.</source>
        <translation>Done, but it could not be saved for the next start.</translation>
    </message>
    <message>
        <source>Call support: the disk is full or the store&apos;s folder cannot be written.</source>
        <translation>Call support: the disk is full or the store&apos;s folder cannot be written.</translation>
    </message>
    <message>
        <source>This device is not in the list any more.</source>
        <translation>This device is not in the list any more.</translation>
    </message>
    <message>
        <source>Choose another on the left.</source>
        <translation>Choose another on the left.</translation>
    </message>
</context>
<context>
    <name>ExtrasText</name>
    <message>
        <source>As a member: %1 less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a member: %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 points from this bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points for joining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a coupon of %1 for joining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining takes half a minute; the bill stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No membership is paid: a guest&apos;s prices. Sell the fee to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership ends %1: renew now at the renewal price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership ended %1; benefits go on for some days. Renew now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership ended %1: a guest&apos;s prices. Offer to renew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 points + %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Find item</source>
        <translation>Find item</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Empty bill</source>
        <translation>Empty bill</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Selling</source>
        <translation>Selling</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>adds the item, from any place</source>
        <translation>adds the item, from any place</translation>
    </message>
    <message>
        <source>item number, barcode or member&apos;s phone</source>
        <translation>item number, barcode or member&apos;s phone</translation>
    </message>
    <message>
        <source>find an item by name or first letters</source>
        <translation>find an item by name or first letters</translation>
    </message>
    <message>
        <source>quantity of the chosen line</source>
        <translation>quantity of the chosen line</translation>
    </message>
    <message>
        <source>remove the chosen line</source>
        <translation>remove the chosen line</translation>
    </message>
    <message>
        <source>empty the bill</source>
        <translation>empty the bill</translation>
    </message>
    <message>
        <source>choose a line; PgUp and PgDn go further</source>
        <translation>choose a line; PgUp and PgDn go further</translation>
    </message>
    <message>
        <source>take the last change back</source>
        <translation>take the last change back</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>tap it at any time while items are scanned</source>
        <translation>tap it at any time while items are scanned</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Paying</translation>
    </message>
    <message>
        <source>one step back, never loses the bill</source>
        <translation>one step back, never loses the bill</translation>
    </message>
    <message>
        <source>on the receipt: next sale; a scan does it too</source>
        <translation>on the receipt: next sale; a scan does it too</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>lock the till; the bill stays</source>
        <translation>lock the till; the bill stays</translation>
    </message>
    <message>
        <source>moves to the next button; Space presses it</source>
        <translation>moves to the next button; Space presses it</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>this help</translation>
    </message>
    <message>
        <source>before a code: 3 pieces; alone: chosen line to 3</source>
        <translation>before a code: 3 pieces; alone: chosen line to 3</translation>
    </message>
    <message>
        <source>find a member by phone, or take one off</source>
        <translation>find a member by phone, or take one off</translation>
    </message>
    <message>
        <source>pays once; no amount typed: the exact sum</source>
        <translation>pays once; no amount typed: the exact sum</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Other offer</source>
        <translation>Other offer</translation>
    </message>
    <message>
        <source>why the chosen line costs what it costs</source>
        <translation>why the chosen line costs what it costs</translation>
    </message>
    <message>
        <source>use a coupon, or leave it</source>
        <translation>use a coupon, or leave it</translation>
    </message>
    <message>
        <source>show the next one, where several are reached</source>
        <translation>show the next one, where several are reached</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>type or scan the receipt number</source>
        <translation>type or scan the receipt number</translation>
    </message>
    <message>
        <source>choose the line, or everything; + and − one piece</source>
        <translation>choose the line, or everything; + and − one piece</translation>
    </message>
    <message>
        <source>twice: refunds; a number before it: quantity</source>
        <translation>twice: refunds; a number before it: quantity</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>discount on the bill, L on the line (authority)</source>
        <translation>discount on the bill, L on the line (authority)</translation>
    </message>
    <message>
        <source>hold the bill; take a held one up again</source>
        <translation>hold the bill; take a held one up again</translation>
    </message>
    <message>
        <source>cash; then scan a payment code to pay by it</source>
        <translation>cash; then scan a payment code to pay by it</translation>
    </message>
    <message>
        <source>bank card, voucher: by their number</source>
        <translation>bank card, voucher: by their number</translation>
    </message>
    <message>
        <source>stored value; split into parts</source>
        <translation>stored value; split into parts</translation>
    </message>
    <message>
        <source>last receipt; P prints a copy</source>
        <translation>last receipt; P prints a copy</translation>
    </message>
    <message>
        <source>members, shift, receipts, manager, settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shift: cash in and out, count, close</source>
        <translation>shift: cash in and out, count, close</translation>
    </message>
    <message>
        <source>receipts of today: copy, open again</source>
        <translation>receipts of today: copy, open again</translation>
    </message>
    <message>
        <source>Points on card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points on the member&apos;s card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>a guest joins; the bill stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pay with points; top up stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods for points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gift or offer reached; goods for points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberDeskText</name>
    <message>
        <source>New member</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>Correct data</source>
        <translation>Correct data</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>Show name</source>
        <translation>Show name</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Unfreeze</translation>
    </message>
    <message>
        <source>Void points</source>
        <translation>Void points</translation>
    </message>
    <message>
        <source>Points to cash</source>
        <translation>Points to cash</translation>
    </message>
    <message>
        <source>Give points</source>
        <translation>Give points</translation>
    </message>
    <message>
        <source>Gift for points</source>
        <translation>Gift for points</translation>
    </message>
    <message>
        <source>Gift back</source>
        <translation>Gift back</translation>
    </message>
    <message>
        <source>Quarter coupon</source>
        <translation>Quarter coupon</translation>
    </message>
    <message>
        <source>Late points</source>
        <translation>Late points</translation>
    </message>
    <message>
        <source>Delete person</source>
        <translation>Delete person</translation>
    </message>
    <message>
        <source>Give tapped card</source>
        <translation>Give tapped card</translation>
    </message>
    <message>
        <source>Replace by tapped</source>
        <translation>Replace by tapped</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>Report lost</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>Found again</translation>
    </message>
    <message>
        <source>Phone and consent are enough. A card may be tapped at any moment.</source>
        <translation>Phone and consent are enough. A card may be tapped at any moment.</translation>
    </message>
    <message>
        <source>Fill in only what changes. A birthday changes once in 365 days.</source>
        <translation>Fill in only what changes. A birthday changes once in 365 days.</translation>
    </message>
    <message>
        <source>Whether the member wants news and offers by message.</source>
        <translation>Whether the member wants news and offers by message.</translation>
    </message>
    <message>
        <source>The old PIN, or a leader&apos;s signature; the new one has 4 to 12 digits.</source>
        <translation>The old PIN, or a leader&apos;s signature; the new one has 4 to 12 digits.</translation>
    </message>
    <message>
        <source>Name and phone in clear. The journal keeps who looked.</source>
        <translation>Name and phone in clear. The journal keeps who looked.</translation>
    </message>
    <message>
        <source>Without a number of points the whole account is frozen.</source>
        <translation>Without a number of points the whole account is frozen.</translation>
    </message>
    <message>
        <source>Without a number of points the whole account is released.</source>
        <translation>Without a number of points the whole account is released.</translation>
    </message>
    <message>
        <source>Frozen points are taken away for good. Tell the member why.</source>
        <translation>Frozen points are taken away for good. Tell the member why.</translation>
    </message>
    <message>
        <source>Cashable points are paid out of the drawer.</source>
        <translation>Cashable points are paid out of the drawer.</translation>
    </message>
    <message>
        <source>The receiver&apos;s member number or phone, and the member&apos;s PIN.</source>
        <translation>The receiver&apos;s member number or phone, and the member&apos;s PIN.</translation>
    </message>
    <message>
        <source>Type the code of a gift of the list.</source>
        <translation>Type the code of a gift of the list.</translation>
    </message>
    <message>
        <source>The last gift of this month comes back, and its points go back.</source>
        <translation>The last gift of this month comes back, and its points go back.</translation>
    </message>
    <message>
        <source>Points become coupons in the last days of a quarter.</source>
        <translation>Points become coupons in the last days of a quarter.</translation>
    </message>
    <message>
        <source>Type the code on the receipt of a bill without a card.</source>
        <translation>Type the code on the receipt of a bill without a card.</translation>
    </message>
    <message>
        <source>What identifies the person is destroyed; bills and sums stay.</source>
        <translation>What identifies the person is destroyed; bills and sums stay.</translation>
    </message>
    <message>
        <source>The tapped card becomes this member&apos;s.</source>
        <translation>The tapped card becomes this member&apos;s.</translation>
    </message>
    <message>
        <source>The tapped card takes the place of the chosen one; points stay.</source>
        <translation>The tapped card takes the place of the chosen one; points stay.</translation>
    </message>
    <message>
        <source>The chosen card identifies nobody from now on.</source>
        <translation>The chosen card identifies nobody from now on.</translation>
    </message>
    <message>
        <source>The chosen card identifies the member again.</source>
        <translation>The chosen card identifies the member again.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Set the PIN</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Void the points</source>
        <translation>Void the points</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Pay out</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>Give the points</translation>
    </message>
    <message>
        <source>Hand out the gift</source>
        <translation>Hand out the gift</translation>
    </message>
    <message>
        <source>Take the gift back</source>
        <translation>Take the gift back</translation>
    </message>
    <message>
        <source>Issue the coupons</source>
        <translation>Issue the coupons</translation>
    </message>
    <message>
        <source>Add the points</source>
        <translation>Add the points</translation>
    </message>
    <message>
        <source>Delete the person</source>
        <translation>Delete the person</translation>
    </message>
    <message>
        <source>Give the card</source>
        <translation>Give the card</translation>
    </message>
    <message>
        <source>Replace the card</source>
        <translation>Replace the card</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>Use it again</translation>
    </message>
    <message>
        <source>Improper means</source>
        <translation>Improper means</translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation>Fraud</translation>
    </message>
    <message>
        <source>Breach of rules</source>
        <translation>Breach of rules</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Dispute</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In the shop</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>Card lost</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 to spend</source>
        <translation>%1 to spend</translation>
    </message>
    <message>
        <source>%1 frozen</source>
        <translation>%1 frozen</translation>
    </message>
    <message>
        <source>joined %1</source>
        <translation>joined %1</translation>
    </message>
    <message>
        <source>company</source>
        <translation>company</translation>
    </message>
    <message>
        <source>birthday known</source>
        <translation>birthday known</translation>
    </message>
    <message>
        <source>lunar birthday known</source>
        <translation>lunar birthday known</translation>
    </message>
    <message>
        <source>has a PIN</source>
        <translation>has a PIN</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>no PIN</translation>
    </message>
    <message>
        <source>wants messages</source>
        <translation>wants messages</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>no messages</translation>
    </message>
    <message>
        <source>referred by %1</source>
        <translation>referred by %1</translation>
    </message>
    <message>
        <source>up to %1 in cash</source>
        <translation>up to %1 in cash</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>Paid with points</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Claimed by receipt</source>
        <translation>Claimed by receipt</translation>
    </message>
    <message>
        <source>Goods of a claimed bill came back</source>
        <translation>Goods of a claimed bill came back</translation>
    </message>
    <message>
        <source>Given to a member</source>
        <translation>Given to a member</translation>
    </message>
    <message>
        <source>Paid out in cash</source>
        <translation>Paid out in cash</translation>
    </message>
    <message>
        <source>Gift or coupon</source>
        <translation>Gift or coupon</translation>
    </message>
    <message>
        <source>Gift came back</source>
        <translation>Gift came back</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>By headquarters</source>
        <translation>By headquarters</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>Cashable points</source>
        <translation>Cashable points</translation>
    </message>
    <message>
        <source>Ordinary points</source>
        <translation>Ordinary points</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 end on %2</source>
        <translation>%1 end on %2</translation>
    </message>
    <message>
        <source>nothing of them ends</source>
        <translation>nothing of them ends</translation>
    </message>
    <message>
        <source>cashable</source>
        <translation>cashable</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>earned %1</source>
        <translation>earned %1</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>used %1</translation>
    </message>
    <message>
        <source>No purchases in the last 90 days</source>
        <translation>No purchases in the last 90 days</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>No coupons</source>
        <translation>No coupons</translation>
    </message>
    <message>
        <source>No cards</source>
        <translation>No cards</translation>
    </message>
    <message>
        <source>Tap one to give it to the member.</source>
        <translation>Tap one to give it to the member.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Joined, consent</source>
        <translation>Joined, consent</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>solar</source>
        <translation>solar</translation>
    </message>
    <message>
        <source>lunar</source>
        <translation>lunar</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>Name and phone were shown</source>
        <translation>Name and phone were shown</translation>
    </message>
    <message>
        <source>Points void: %1</source>
        <translation>Points void: %1</translation>
    </message>
    <message>
        <source>Released: %1</source>
        <translation>Released: %1</translation>
    </message>
    <message>
        <source>Frozen: %1, %2</source>
        <translation>Frozen: %1, %2</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1: %2, now %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>signed by %1</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>No gifts for this tier</source>
        <translation>No gifts for this tier</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>came back</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>handed out</translation>
    </message>
    <message>
        <source>Pay out %1 in cash</source>
        <translation>Pay out %1 in cash</translation>
    </message>
    <message>
        <source>The member signs for it.</source>
        <translation>The member signs for it.</translation>
    </message>
    <message>
        <source>Voucher %1</source>
        <translation>Voucher %1</translation>
    </message>
    <message>
        <source>Write new card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace, write new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blank NTAG 424 DNA or DESFire gets the shop&apos;s keys and becomes this member&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blank card is written and takes the place of the chosen one; points stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay a blank card on the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card left too early. Put the same card back and leave it there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the card %1. Leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the keys of %1. Leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the files of %1. Leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the own key of %1. Leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 back. Leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points onto card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points leave the account and go onto the card, which pays with them at any till, also without the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them onto the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card %1 holds %2 points and has room for %3; the account has %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points go back into the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points: lay the card %2 on the reader and leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To or from the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to remember</source>
        <translation>
            <numerusform>%n day to remember</numerusform>
            <numerusform>%n days to remember</numerusform>
        </translation>
    </message>
    <message>
        <source>likes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buys most: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead number: ask for a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>brought %n member(s)</source>
        <translation>
            <numerusform>brought %n member</numerusform>
            <numerusform>brought %n members</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member brought here fell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift for being referred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift for being referred, taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebate, taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the member the terms in force, and confirm that the member agrees. The journal keeps when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be asked for terms %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant becomes a member and has the gift of joining, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant has no benefit. The reason is shown when the card is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company or school with a price of its own. Without a code the member leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1, its days are not on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: %1, shown: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier for points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points are redeemed for a higher tier; it works from the next bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of card, taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for an activity, and for what. They lift to no tier; the journal keeps who.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 within 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now; normally %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the bill, Alt+X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry of a draw, %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tax no. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A higher tier with a reason. No review lowers it; after its last day the rules decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier by hand until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picked up at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier by hand: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier by hand until %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The cash is %1 short.</source>
        <translation>The cash is %1 short.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Wait %n second, then try again.</numerusform>
            <numerusform>Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hello, %1. Scan the first item, or tap a card.</source>
        <translation>Hello, %1. Scan the first item, or tap a card.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Added: %1</translation>
    </message>
    <message>
        <source>%1: quantity %2</source>
        <translation>%1: quantity %2</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Removed: %1</translation>
    </message>
    <message>
        <source>The bill was emptied.</source>
        <translation>The bill was emptied.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Taken back.</translation>
    </message>
    <message>
        <source>Member %1; prices are up to date.</source>
        <translation>Member %1; prices are up to date.</translation>
    </message>
    <message>
        <source>Sale without a member; prices are up to date.</source>
        <translation>Sale without a member; prices are up to date.</translation>
    </message>
    <message>
        <source>Paid and saved. Receipt %1</source>
        <translation>Paid and saved. Receipt %1</translation>
    </message>
    <message>
        <source>The card reader is ready.</source>
        <translation>The card reader is ready.</translation>
    </message>
    <message>
        <source>A card was shown, but it cannot be used at this step.</source>
        <translation>A card was shown, but it cannot be used at this step.</translation>
    </message>
    <message>
        <source>Show it again while items are being scanned.</source>
        <translation>Show it again while items are being scanned.</translation>
    </message>
    <message>
        <source>Plug the card reader in.</source>
        <translation>Plug the card reader in.</translation>
    </message>
    <message>
        <source>The card service does not run: call support.</source>
        <translation>The card service does not run: call support.</translation>
    </message>
    <message>
        <source>Close the other program that uses the reader.</source>
        <translation>Close the other program that uses the reader.</translation>
    </message>
    <message>
        <source>This user may not use the reader: call support.</source>
        <translation>This user may not use the reader: call support.</translation>
    </message>
    <message>
        <source>Unplug the reader, wait a moment and plug it in again.</source>
        <translation>Unplug the reader, wait a moment and plug it in again.</translation>
    </message>
    <message>
        <source>The card reader is gone.</source>
        <translation>The card reader is gone.</translation>
    </message>
    <message>
        <source>The card reader is gone: %1</source>
        <translation>The card reader is gone: %1</translation>
    </message>
    <message>
        <source>Selling goes on; find members by phone with F2.</source>
        <translation>Selling goes on; find members by phone with F2.</translation>
    </message>
    <message>
        <source>%1 Until then find members by phone with F2.</source>
        <translation>%1 Until then find members by phone with F2.</translation>
    </message>
    <message>
        <source>This is a bank card; nothing was read from it.</source>
        <translation>This is a bank card; nothing was read from it.</translation>
    </message>
    <message>
        <source>Ask for the member card.</source>
        <translation>Ask for the member card.</translation>
    </message>
    <message>
        <source>This is a phone or a bank card, not a member card.</source>
        <translation>This is a phone or a bank card, not a member card.</translation>
    </message>
    <message>
        <source>Ask for the member card, or find the member by phone with F2.</source>
        <translation>Ask for the member card, or find the member by phone with F2.</translation>
    </message>
    <message>
        <source>The card was taken away too early.</source>
        <translation>The card was taken away too early.</translation>
    </message>
    <message>
        <source>Lay it down again and hold it still.</source>
        <translation>Lay it down again and hold it still.</translation>
    </message>
    <message>
        <source>The card cannot be read.</source>
        <translation>The card cannot be read.</translation>
    </message>
    <message>
        <source>Try once more, then find the member by phone with F2.</source>
        <translation>Try once more, then find the member by phone with F2.</translation>
    </message>
    <message>
        <source>This card is not genuine.</source>
        <translation>This card is not genuine.</translation>
    </message>
    <message>
        <source>Give no benefits on it and call the shift leader.</source>
        <translation>Give no benefits on it and call the shift leader.</translation>
    </message>
    <message>
        <source>This code was used before.</source>
        <translation>This code was used before.</translation>
    </message>
    <message>
        <source>Ask the customer for a fresh code.</source>
        <translation>Ask the customer for a fresh code.</translation>
    </message>
    <message>
        <source>This card was never made ready for this shop.</source>
        <translation>This card was never made ready for this shop.</translation>
    </message>
    <message>
        <source>Exchange it at the service desk.</source>
        <translation>Exchange it at the service desk.</translation>
    </message>
    <message>
        <source>This card belongs to another shop or programme.</source>
        <translation>This card belongs to another shop or programme.</translation>
    </message>
    <message>
        <source>Ask for our member card, or find the member by phone with F2.</source>
        <translation>Ask for our member card, or find the member by phone with F2.</translation>
    </message>
    <message>
        <source>This card&apos;s chip is a copy.</source>
        <translation>This card&apos;s chip is a copy.</translation>
    </message>
    <message>
        <source>This is not a member card of ours.</source>
        <translation>This is not a member card of ours.</translation>
    </message>
    <message>
        <source>This code is too old.</source>
        <translation>This code is too old.</translation>
    </message>
    <message>
        <source>An item was scanned while money is counted; it was not added.</source>
        <translation>An item was scanned while money is counted; it was not added.</translation>
    </message>
    <message>
        <source>Finish the payment, or press Esc to go back and scan it again.</source>
        <translation>Finish the payment, or press Esc to go back and scan it again.</translation>
    </message>
    <message>
        <source>This is not an amount of money.</source>
        <translation>This is not an amount of money.</translation>
    </message>
    <message>
        <source>Type the cash received, for example 100 or 52.50.</source>
        <translation>Type the cash received, for example 100 or 52.50.</translation>
    </message>
    <message>
        <source>This is not a quantity.</source>
        <translation>This is not a quantity.</translation>
    </message>
    <message>
        <source>Type a number above zero, for example 3 or 0.5.</source>
        <translation>Type a number above zero, for example 3 or 0.5.</translation>
    </message>
    <message>
        <source>No line is chosen.</source>
        <translation>No line is chosen.</translation>
    </message>
    <message>
        <source>Scan an item, or choose a line with the arrow keys.</source>
        <translation>Scan an item, or choose a line with the arrow keys.</translation>
    </message>
    <message>
        <source>This entry cannot be read.</source>
        <translation>This entry cannot be read.</translation>
    </message>
    <message>
        <source>Check it and type it again.</source>
        <translation>Check it and type it again.</translation>
    </message>
    <message>
        <source>This number is outside the allowed range.</source>
        <translation>This number is outside the allowed range.</translation>
    </message>
    <message>
        <source>Check the number and type it again.</source>
        <translation>Check the number and type it again.</translation>
    </message>
    <message>
        <source>The input has a field that is not known.</source>
        <translation>The input has a field that is not known.</translation>
    </message>
    <message>
        <source>Remove the field, or update the program.</source>
        <translation>Remove the field, or update the program.</translation>
    </message>
    <message>
        <source>No item has this code.</source>
        <translation>No item has this code.</translation>
    </message>
    <message>
        <source>Scan it again, or find it by name with F3.</source>
        <translation>Scan it again, or find it by name with F3.</translation>
    </message>
    <message>
        <source>This item is not for sale.</source>
        <translation>This item is not for sale.</translation>
    </message>
    <message>
        <source>Put it aside and ask the shift leader.</source>
        <translation>Put it aside and ask the shift leader.</translation>
    </message>
    <message>
        <source>This card is not known.</source>
        <translation>This card is not known.</translation>
    </message>
    <message>
        <source>Find the member by phone with F2, or go on without a card.</source>
        <translation>Find the member by phone with F2, or go on without a card.</translation>
    </message>
    <message>
        <source>No member has this number.</source>
        <translation>No member has this number.</translation>
    </message>
    <message>
        <source>Check the number with the customer, or go on without a member.</source>
        <translation>Check the number with the customer, or go on without a member.</translation>
    </message>
    <message>
        <source>This card is blocked.</source>
        <translation>This card is blocked.</translation>
    </message>
    <message>
        <source>Go on without it, and send the customer to the service desk.</source>
        <translation>Go on without it, and send the customer to the service desk.</translation>
    </message>
    <message>
        <source>This card was reported lost.</source>
        <translation>This card was reported lost.</translation>
    </message>
    <message>
        <source>Keep the card and call the shift leader.</source>
        <translation>Keep the card and call the shift leader.</translation>
    </message>
    <message>
        <source>This card belongs to a member already.</source>
        <translation>This card belongs to a member already.</translation>
    </message>
    <message>
        <source>Take another card.</source>
        <translation>Take another card.</translation>
    </message>
    <message>
        <source>This card was replaced by a new one.</source>
        <translation>This card was replaced by a new one.</translation>
    </message>
    <message>
        <source>Ask for the new card, or find the member by phone with F2.</source>
        <translation>Ask for the new card, or find the member by phone with F2.</translation>
    </message>
    <message>
        <source>This card was cancelled.</source>
        <translation>This card was cancelled.</translation>
    </message>
    <message>
        <source>This membership is suspended.</source>
        <translation>This membership is suspended.</translation>
    </message>
    <message>
        <source>This is not a full phone number.</source>
        <translation>This is not a full phone number.</translation>
    </message>
    <message>
        <source>Type all 11 digits.</source>
        <translation>Type all 11 digits.</translation>
    </message>
    <message>
        <source>More than one member has this number.</source>
        <translation>More than one member has this number.</translation>
    </message>
    <message>
        <source>Ask for the card, or type the member number.</source>
        <translation>Ask for the card, or type the member number.</translation>
    </message>
    <message>
        <source>No staff member has this code.</source>
        <translation>No staff member has this code.</translation>
    </message>
    <message>
        <source>Check the code and try again.</source>
        <translation>Check the code and try again.</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>Wrong PIN.</translation>
    </message>
    <message>
        <source>Type it again; after several wrong tries the till waits.</source>
        <translation>Type it again; after several wrong tries the till waits.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Too many wrong PINs.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Wait a little, then try again.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nobody is signed in.</translation>
    </message>
    <message>
        <source>Sign in with staff code and PIN.</source>
        <translation>Sign in with staff code and PIN.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Your role does not allow this.</translation>
    </message>
    <message>
        <source>Ask the shift leader to sign in for it.</source>
        <translation>Ask the shift leader to sign in for it.</translation>
    </message>
    <message>
        <source>There is nothing to pay yet.</source>
        <translation>There is nothing to pay yet.</translation>
    </message>
    <message>
        <source>Scan the first item.</source>
        <translation>Scan the first item.</translation>
    </message>
    <message>
        <source>The bill has no room for another line.</source>
        <translation>The bill has no room for another line.</translation>
    </message>
    <message>
        <source>Take payment for this bill, then start the next.</source>
        <translation>Take payment for this bill, then start the next.</translation>
    </message>
    <message>
        <source>This line is no longer on the bill.</source>
        <translation>This line is no longer on the bill.</translation>
    </message>
    <message>
        <source>Choose a line and try again.</source>
        <translation>Choose a line and try again.</translation>
    </message>
    <message>
        <source>The cash is too little.</source>
        <translation>The cash is too little.</translation>
    </message>
    <message>
        <source>Take the rest and type the full amount, or press Esc to go back.</source>
        <translation>Take the rest and type the full amount, or press Esc to go back.</translation>
    </message>
    <message>
        <source>This bill cannot be paid in this way.</source>
        <translation>This bill cannot be paid in this way.</translation>
    </message>
    <message>
        <source>Press Esc and choose another way to pay.</source>
        <translation>Press Esc and choose another way to pay.</translation>
    </message>
    <message>
        <source>A rule of the programme does not allow this.</source>
        <translation>A rule of the programme does not allow this.</translation>
    </message>
    <message>
        <source>Go on without it, or ask the shift leader.</source>
        <translation>Go on without it, or ask the shift leader.</translation>
    </message>
    <message>
        <source>A sale with this reference exists, with other content.</source>
        <translation>A sale with this reference exists, with other content.</translation>
    </message>
    <message>
        <source>Use a new reference.</source>
        <translation>Use a new reference.</translation>
    </message>
    <message>
        <source>There is no such receipt on this till.</source>
        <translation>There is no such receipt on this till.</translation>
    </message>
    <message>
        <source>Finish a sale first, or check the receipt number.</source>
        <translation>Finish a sale first, or check the receipt number.</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>This cannot be done now.</translation>
    </message>
    <message>
        <source>Finish the present step, or press Esc to go back.</source>
        <translation>Finish the present step, or press Esc to go back.</translation>
    </message>
    <message>
        <source>There is no store in this folder.</source>
        <translation>There is no store in this folder.</translation>
    </message>
    <message>
        <source>Check the folder after --store, or make a demo store with: kahuictl demo --store DIR</source>
        <translation>Check the folder after --store, or make a demo store with: kahuictl demo --store DIR</translation>
    </message>
    <message>
        <source>This folder already holds a store.</source>
        <translation>This folder already holds a store.</translation>
    </message>
    <message>
        <source>Open it as it is, or choose an empty folder.</source>
        <translation>Open it as it is, or choose an empty folder.</translation>
    </message>
    <message>
        <source>Another program has this store open.</source>
        <translation>Another program has this store open.</translation>
    </message>
    <message>
        <source>Close the other till on this machine, then start again.</source>
        <translation>Close the other till on this machine, then start again.</translation>
    </message>
    <message>
        <source>This store was made by a newer version of Kahui.</source>
        <translation>This store was made by a newer version of Kahui.</translation>
    </message>
    <message>
        <source>Update this program; nothing was changed.</source>
        <translation>Update this program; nothing was changed.</translation>
    </message>
    <message>
        <source>The store file is damaged.</source>
        <translation>The store file is damaged.</translation>
    </message>
    <message>
        <source>Do not sell on it. Call support, or restore the last backup with: kahuictl restore</source>
        <translation>Do not sell on it. Call support, or restore the last backup with: kahuictl restore</translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation>The disk is full; this was not saved.</translation>
    </message>
    <message>
        <source>Call support to free space, then try again. The bill is still here.</source>
        <translation>Call support to free space, then try again. The bill is still here.</translation>
    </message>
    <message>
        <source>The disk did not take the data; this was not saved.</source>
        <translation>The disk did not take the data; this was not saved.</translation>
    </message>
    <message>
        <source>The key of this store is missing or belongs to another store.</source>
        <translation>The key of this store is missing or belongs to another store.</translation>
    </message>
    <message>
        <source>Put the key file back from its safe copy, or call support.</source>
        <translation>Put the key file back from its safe copy, or call support.</translation>
    </message>
    <message>
        <source>A device is not connected.</source>
        <translation>A device is not connected.</translation>
    </message>
    <message>
        <source>Check its cable and plug it in again. Selling goes on.</source>
        <translation>Check its cable and plug it in again. Selling goes on.</translation>
    </message>
    <message>
        <source>A device is used by another program.</source>
        <translation>A device is used by another program.</translation>
    </message>
    <message>
        <source>Close the other program. Selling goes on.</source>
        <translation>Close the other program. Selling goes on.</translation>
    </message>
    <message>
        <source>A device does not answer.</source>
        <translation>A device does not answer.</translation>
    </message>
    <message>
        <source>Unplug it, wait a moment and plug it in again. Selling goes on.</source>
        <translation>Unplug it, wait a moment and plug it in again. Selling goes on.</translation>
    </message>
    <message>
        <source>The card service of this machine does not run.</source>
        <translation>The card service of this machine does not run.</translation>
    </message>
    <message>
        <source>Call support; until then find members by phone with F2.</source>
        <translation>Call support; until then find members by phone with F2.</translation>
    </message>
    <message>
        <source>The other side did not answer.</source>
        <translation>The other side did not answer.</translation>
    </message>
    <message>
        <source>Try again later. Selling goes on.</source>
        <translation>Try again later. Selling goes on.</translation>
    </message>
    <message>
        <source>Headquarters could not prove who it is.</source>
        <translation>Headquarters could not prove who it is.</translation>
    </message>
    <message>
        <source>Call support. Selling goes on; nothing was sent.</source>
        <translation>Call support. Selling goes on; nothing was sent.</translation>
    </message>
    <message>
        <source>Headquarters refuses this till.</source>
        <translation>Headquarters refuses this till.</translation>
    </message>
    <message>
        <source>Call headquarters. Selling goes on; nothing is lost.</source>
        <translation>Call headquarters. Selling goes on; nothing is lost.</translation>
    </message>
    <message>
        <source>This till is not connected to headquarters.</source>
        <translation>This till is not connected to headquarters.</translation>
    </message>
    <message>
        <source>Ask headquarters for an enrolment code. Selling goes on.</source>
        <translation>Ask headquarters for an enrolment code. Selling goes on.</translation>
    </message>
    <message numerus="yes">
        <source>Type it again; %n try(s) left before the till waits.</source>
        <translation>
            <numerusform>Type it again; %n try left before the till waits.</numerusform>
            <numerusform>Type it again; %n tries left before the till waits.</numerusform>
        </translation>
    </message>
    <message>
        <source>No coupon has this number.</source>
        <translation>No coupon has this number.</translation>
    </message>
    <message>
        <source>Scan it again, or go on without it.</source>
        <translation>Scan it again, or go on without it.</translation>
    </message>
    <message>
        <source>This coupon cannot be used.</source>
        <translation>This coupon cannot be used.</translation>
    </message>
    <message>
        <source>Go on without it, or choose another coupon.</source>
        <translation>Go on without it, or choose another coupon.</translation>
    </message>
    <message>
        <source>The price rules of that day are not on this till.</source>
        <translation>The price rules of that day are not on this till.</translation>
    </message>
    <message>
        <source>Take the goods back at the till that sold them, or call support.</source>
        <translation>Take the goods back at the till that sold them, or call support.</translation>
    </message>
    <message>
        <source>This bill takes no more coupons.</source>
        <translation>This bill takes no more coupons.</translation>
    </message>
    <message>
        <source>Take another coupon off first, or keep this one for the next bill.</source>
        <translation>Take another coupon off first, or keep this one for the next bill.</translation>
    </message>
    <message>
        <source>The coupon has expired.</source>
        <translation>The coupon has expired.</translation>
    </message>
    <message>
        <source>Choose another coupon, or go on without one.</source>
        <translation>Choose another coupon, or go on without one.</translation>
    </message>
    <message>
        <source>The coupon is not for these goods.</source>
        <translation>The coupon is not for these goods.</translation>
    </message>
    <message>
        <source>Scan an item that it is for, or choose another coupon.</source>
        <translation>Scan an item that it is for, or choose another coupon.</translation>
    </message>
    <message>
        <source>The bill is too small for the coupon.</source>
        <translation>The bill is too small for the coupon.</translation>
    </message>
    <message>
        <source>Add goods until its least amount is reached, or go on without it.</source>
        <translation>Add goods until its least amount is reached, or go on without it.</translation>
    </message>
    <message>
        <source>The coupon would make nothing cheaper.</source>
        <translation>The coupon would make nothing cheaper.</translation>
    </message>
    <message>
        <source>Prices are lower already; the customer keeps it for another day.</source>
        <translation>Prices are lower already; the customer keeps it for another day.</translation>
    </message>
    <message>
        <source>The bill does not reach the offer.</source>
        <translation>The bill does not reach the offer.</translation>
    </message>
    <message>
        <source>Keep the goods of the offer here, or add goods until it is reached.</source>
        <translation>Keep the goods of the offer here, or add goods until it is reached.</translation>
    </message>
    <message>
        <source>More would come back than was sold.</source>
        <translation>More would come back than was sold.</translation>
    </message>
    <message>
        <source>Choose at most what is left of the line.</source>
        <translation>Choose at most what is left of the line.</translation>
    </message>
    <message>
        <source>The price would be above the full price.</source>
        <translation>The price would be above the full price.</translation>
    </message>
    <message>
        <source>Type a price that is not higher.</source>
        <translation>Type a price that is not higher.</translation>
    </message>
    <message>
        <source>The stored value is too little.</source>
        <translation>The stored value is too little.</translation>
    </message>
    <message>
        <source>Take the rest in cash, or choose another way to pay.</source>
        <translation>Take the rest in cash, or choose another way to pay.</translation>
    </message>
    <message>
        <source>The coupon was used before.</source>
        <translation>The coupon was used before.</translation>
    </message>
    <message>
        <source>Go on without it; each coupon counts once.</source>
        <translation>Go on without it; each coupon counts once.</translation>
    </message>
    <message>
        <source>The coupon was cancelled.</source>
        <translation>The coupon was cancelled.</translation>
    </message>
    <message>
        <source>The coupon belongs to a member.</source>
        <translation>The coupon belongs to a member.</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card first, then scan the coupon again.</source>
        <translation>Tap the member&apos;s card first, then scan the coupon again.</translation>
    </message>
    <message>
        <source>The coupon belongs to another member.</source>
        <translation>The coupon belongs to another member.</translation>
    </message>
    <message>
        <source>Tap the card of its member, or go on without it.</source>
        <translation>Tap the card of its member, or go on without it.</translation>
    </message>
    <message>
        <source>The coupon is on this bill already.</source>
        <translation>The coupon is on this bill already.</translation>
    </message>
    <message>
        <source>Go on; it counts once.</source>
        <translation>Go on; it counts once.</translation>
    </message>
    <message>
        <source>Refunded and saved. Receipt %1</source>
        <translation>Refunded and saved. Receipt %1</translation>
    </message>
    <message>
        <source>No points are used on this bill.</source>
        <translation>No points are used on this bill.</translation>
    </message>
    <message>
        <source>%1 points are used on this bill.</source>
        <translation>%1 points are used on this bill.</translation>
    </message>
    <message>
        <source>The coupon is used; prices are up to date.</source>
        <translation>The coupon is used; prices are up to date.</translation>
    </message>
    <message>
        <source>The coupon stays with the customer.</source>
        <translation>The coupon stays with the customer.</translation>
    </message>
    <message>
        <source>The goods of an offer were taken off: the bill no longer reaches it.</source>
        <translation>The goods of an offer were taken off: the bill no longer reaches it.</translation>
    </message>
    <message>
        <source>Keep them here, or add goods and take the offer again.</source>
        <translation>Keep them here, or add goods and take the offer again.</translation>
    </message>
    <message>
        <source>The coupon was taken off the bill. %1</source>
        <translation>The coupon was taken off the bill. %1</translation>
    </message>
    <message>
        <source>It does not fit any more.</source>
        <translation>It does not fit any more.</translation>
    </message>
    <message>
        <source>Tell the customer, who keeps it.</source>
        <translation>Tell the customer, who keeps it.</translation>
    </message>
    <message>
        <source>The bill is %1 lower.</source>
        <translation>The bill is %1 lower.</translation>
    </message>
    <message>
        <source>The bill has no discount by hand any more.</source>
        <translation>The bill has no discount by hand any more.</translation>
    </message>
    <message>
        <source>Added from the offer: %1</source>
        <translation>Added from the offer: %1</translation>
    </message>
    <message>
        <source>This is not a number of points.</source>
        <translation>This is not a number of points.</translation>
    </message>
    <message>
        <source>Type whole points, or choose one of the buttons.</source>
        <translation>Type whole points, or choose one of the buttons.</translation>
    </message>
    <message>
        <source>This is not a discount.</source>
        <translation>This is not a discount.</translation>
    </message>
    <message>
        <source>Type what is paid of the price, for example 90, or choose an amount of money.</source>
        <translation>Type what is paid of the price, for example 90, or choose an amount of money.</translation>
    </message>
    <message>
        <source>Goods cannot come back while a bill is open.</source>
        <translation>Goods cannot come back while a bill is open.</translation>
    </message>
    <message>
        <source>Take payment for the bill, or empty it with Shift+F6.</source>
        <translation>Take payment for the bill, or empty it with Shift+F6.</translation>
    </message>
    <message>
        <source>This is the receipt of a return.</source>
        <translation>This is the receipt of a return.</translation>
    </message>
    <message>
        <source>Take the receipt of the sale; its number stands on this one.</source>
        <translation>Take the receipt of the sale; its number stands on this one.</translation>
    </message>
    <message>
        <source>Nothing is chosen to come back.</source>
        <translation>Nothing is chosen to come back.</translation>
    </message>
    <message>
        <source>Choose lines with Space, or all of them with A.</source>
        <translation>Choose lines with Space, or all of them with A.</translation>
    </message>
    <message>
        <source>%1 will be given back.</source>
        <translation>%1 will be given back.</translation>
    </message>
    <message>
        <source>Press Enter once more to refund, Esc to stop.</source>
        <translation>Press Enter once more to refund, Esc to stop.</translation>
    </message>
    <message>
        <source>There are no points to pay with.</source>
        <translation>There are no points to pay with.</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card and scan the first item.</source>
        <translation>Tap the member&apos;s card and scan the first item.</translation>
    </message>
    <message>
        <source>This bill takes at most %1 points.</source>
        <translation>This bill takes at most %1 points.</translation>
    </message>
    <message>
        <source>Type fewer, or press M for as many as it takes.</source>
        <translation>Type fewer, or press M for as many as it takes.</translation>
    </message>
    <message>
        <source>Such a discount is beyond the right of this person.</source>
        <translation>Such a discount is beyond the right of this person.</translation>
    </message>
    <message>
        <source>Let a shift leader or manager sign with code and PIN, or press Esc.</source>
        <translation>Let a shift leader or manager sign with code and PIN, or press Esc.</translation>
    </message>
    <message>
        <source>The member&apos;s PIN was wrong five times.</source>
        <translation>The member&apos;s PIN was wrong five times.</translation>
    </message>
    <message>
        <source>Take fewer points or cash; it can be tried again tomorrow.</source>
        <translation>Take fewer points or cash; it can be tried again tomorrow.</translation>
    </message>
    <message>
        <source>The member has no PIN yet.</source>
        <translation>The member has no PIN yet.</translation>
    </message>
    <message>
        <source>Pay with fewer points; the service desk sets a PIN.</source>
        <translation>Pay with fewer points; the service desk sets a PIN.</translation>
    </message>
    <message>
        <source>So much needs the line to headquarters.</source>
        <translation>So much needs the line to headquarters.</translation>
    </message>
    <message>
        <source>Pay with fewer points until the line is back.</source>
        <translation>Pay with fewer points until the line is back.</translation>
    </message>
    <message>
        <source>This card alone does not show who the member is.</source>
        <translation>This card alone does not show who the member is.</translation>
    </message>
    <message>
        <source>Tap the member&apos;s chip card, or go on without a member.</source>
        <translation>Tap the member&apos;s chip card, or go on without a member.</translation>
    </message>
    <message>
        <source>The manager&apos;s view is for managers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out, and let a manager sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody joins without consent.</source>
        <translation>Nobody joins without consent.</translation>
    </message>
    <message>
        <source>Read the text to the customer and press the line of consent, or go on without.</source>
        <translation>Read the text to the customer and press the line of consent, or go on without.</translation>
    </message>
    <message>
        <source>Members are 18 or older.</source>
        <translation>Members are 18 or older.</translation>
    </message>
    <message>
        <source>Go on without a member; a parent may join.</source>
        <translation>Go on without a member; a parent may join.</translation>
    </message>
    <message>
        <source>This member cannot be the referrer.</source>
        <translation>This member cannot be the referrer.</translation>
    </message>
    <message>
        <source>Take another active member&apos;s number or phone, or leave it empty.</source>
        <translation>Take another active member&apos;s number or phone, or leave it empty.</translation>
    </message>
    <message>
        <source>The birthday was changed less than 365 days ago.</source>
        <translation>The birthday was changed less than 365 days ago.</translation>
    </message>
    <message>
        <source>Leave it as it is.</source>
        <translation>Leave it as it is.</translation>
    </message>
    <message>
        <source>This needs a reason.</source>
        <translation>This needs a reason.</translation>
    </message>
    <message>
        <source>Choose one; for Other write it in words.</source>
        <translation>Choose one; for Other write it in words.</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>There is nothing to change.</translation>
    </message>
    <message>
        <source>Look at the figures above.</source>
        <translation>Look at the figures above.</translation>
    </message>
    <message>
        <source>Points cannot be given to oneself.</source>
        <translation>Points cannot be given to oneself.</translation>
    </message>
    <message>
        <source>Type another member&apos;s number or phone.</source>
        <translation>Type another member&apos;s number or phone.</translation>
    </message>
    <message>
        <source>This needs the line to headquarters.</source>
        <translation>This needs the line to headquarters.</translation>
    </message>
    <message>
        <source>Try again when the line is back.</source>
        <translation>Try again when the line is back.</translation>
    </message>
    <message>
        <source>The account is frozen.</source>
        <translation>The account is frozen.</translation>
    </message>
    <message>
        <source>A manager can release it.</source>
        <translation>A manager can release it.</translation>
    </message>
    <message>
        <source>The member&apos;s tier does not have this.</source>
        <translation>The member&apos;s tier does not have this.</translation>
    </message>
    <message>
        <source>Tell the member which tier does.</source>
        <translation>Tell the member which tier does.</translation>
    </message>
    <message>
        <source>The gift is for another tier.</source>
        <translation>The gift is for another tier.</translation>
    </message>
    <message>
        <source>Choose a gift of the list.</source>
        <translation>Choose a gift of the list.</translation>
    </message>
    <message>
        <source>So many gifts at once are not allowed.</source>
        <translation>So many gifts at once are not allowed.</translation>
    </message>
    <message>
        <source>Choose fewer.</source>
        <translation>Choose fewer.</translation>
    </message>
    <message>
        <source>The gifts of this month are used up.</source>
        <translation>The gifts of this month are used up.</translation>
    </message>
    <message>
        <source>The member may come again next month.</source>
        <translation>The member may come again next month.</translation>
    </message>
    <message>
        <source>So many points cannot be taken.</source>
        <translation>So many points cannot be taken.</translation>
    </message>
    <message>
        <source>Type a multiple of the step, and at least the least number.</source>
        <translation>Type a multiple of the step, and at least the least number.</translation>
    </message>
    <message>
        <source>This is done in the last days of a quarter only.</source>
        <translation>This is done in the last days of a quarter only.</translation>
    </message>
    <message>
        <source>The member may come again then.</source>
        <translation>The member may come again then.</translation>
    </message>
    <message>
        <source>The member has too few points for it.</source>
        <translation>The member has too few points for it.</translation>
    </message>
    <message>
        <source>Type fewer points.</source>
        <translation>Type fewer points.</translation>
    </message>
    <message>
        <source>There is no gift of this month to take back.</source>
        <translation>There is no gift of this month to take back.</translation>
    </message>
    <message>
        <source>Look at the list of gifts.</source>
        <translation>Look at the list of gifts.</translation>
    </message>
    <message>
        <source>This bill had a member already.</source>
        <translation>This bill had a member already.</translation>
    </message>
    <message>
        <source>Its points are in that account.</source>
        <translation>Its points are in that account.</translation>
    </message>
    <message>
        <source>The days for claiming are over.</source>
        <translation>The days for claiming are over.</translation>
    </message>
    <message>
        <source>The receipt says until when it could be claimed.</source>
        <translation>The receipt says until when it could be claimed.</translation>
    </message>
    <message>
        <source>The points of this receipt were claimed before.</source>
        <translation>The points of this receipt were claimed before.</translation>
    </message>
    <message>
        <source>Each receipt counts once.</source>
        <translation>Each receipt counts once.</translation>
    </message>
    <message>
        <source>Goods of this receipt came back.</source>
        <translation>Goods of this receipt came back.</translation>
    </message>
    <message>
        <source>It gives no points any more.</source>
        <translation>It gives no points any more.</translation>
    </message>
    <message>
        <source>This bill earns no points.</source>
        <translation>This bill earns no points.</translation>
    </message>
    <message>
        <source>Tell the member from which amount points begin.</source>
        <translation>Tell the member from which amount points begin.</translation>
    </message>
    <message>
        <source>The member&apos;s data are saved.</source>
        <translation>The member&apos;s data are saved.</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>The PIN is set.</translation>
    </message>
    <message>
        <source>Shown; the journal says who looked.</source>
        <translation>Shown; the journal says who looked.</translation>
    </message>
    <message>
        <source>Frozen.</source>
        <translation>Frozen.</translation>
    </message>
    <message>
        <source>Released.</source>
        <translation>Released.</translation>
    </message>
    <message>
        <source>%1 points are void.</source>
        <translation>%1 points are void.</translation>
    </message>
    <message>
        <source>%1 points are paid out.</source>
        <translation>%1 points are paid out.</translation>
    </message>
    <message>
        <source>%1 points are given.</source>
        <translation>%1 points are given.</translation>
    </message>
    <message>
        <source>The gift costs %1 points; hand it out.</source>
        <translation>The gift costs %1 points; hand it out.</translation>
    </message>
    <message>
        <source>The gift is back, and %1 points.</source>
        <translation>The gift is back, and %1 points.</translation>
    </message>
    <message>
        <source>%1 points became coupons.</source>
        <translation>%1 points became coupons.</translation>
    </message>
    <message>
        <source>%1 points are added.</source>
        <translation>%1 points are added.</translation>
    </message>
    <message>
        <source>The person is deleted; bills and sums stay.</source>
        <translation>The person is deleted; bills and sums stay.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>%1 is a member now, with %2 points as a gift.</source>
        <translation>%1 is a member now, with %2 points as a gift.</translation>
    </message>
    <message>
        <source>%1 is a member now, with a coupon as a gift.</source>
        <translation>%1 is a member now, with a coupon as a gift.</translation>
    </message>
    <message>
        <source>%1 is a member now; prices are up to date.</source>
        <translation>%1 is a member now; prices are up to date.</translation>
    </message>
    <message>
        <source>A field cannot be read.</source>
        <translation>A field cannot be read.</translation>
    </message>
    <message>
        <source>Points are whole numbers; a birthday is MMDD or YYYYMMDD.</source>
        <translation>Points are whole numbers; a birthday is MMDD or YYYYMMDD.</translation>
    </message>
    <message>
        <source>The card&apos;s state: %1</source>
        <translation>The card&apos;s state: %1</translation>
    </message>
    <message>
        <source>A member has this phone number already.</source>
        <translation>A member has this phone number already.</translation>
    </message>
    <message>
        <source>Find that member, or ask for another number.</source>
        <translation>Find that member, or ask for another number.</translation>
    </message>
    <message>
        <source>This is more than is left to pay.</source>
        <translation>This is more than is left to pay.</translation>
    </message>
    <message>
        <source>Type at most the rest of the bill.</source>
        <translation>Type at most the rest of the bill.</translation>
    </message>
    <message>
        <source>The parts do not pay the whole bill.</source>
        <translation>The parts do not pay the whole bill.</translation>
    </message>
    <message>
        <source>Take the rest, in cash or otherwise.</source>
        <translation>Take the rest, in cash or otherwise.</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>Nothing is left to pay.</translation>
    </message>
    <message>
        <source>Press Enter to save the bill.</source>
        <translation>Press Enter to save the bill.</translation>
    </message>
    <message>
        <source>The number of the slip or voucher is missing.</source>
        <translation>The number of the slip or voucher is missing.</translation>
    </message>
    <message>
        <source>Type 4 to 12 digits or letters of it; never the number of a bank card.</source>
        <translation>Type 4 to 12 digits or letters of it; never the number of a bank card.</translation>
    </message>
    <message>
        <source>This is not a payment code; nothing was paid.</source>
        <translation>This is not a payment code; nothing was paid.</translation>
    </message>
    <message>
        <source>Scan the customer&apos;s code, or press Esc to go on with goods.</source>
        <translation>Scan the customer&apos;s code, or press Esc to go on with goods.</translation>
    </message>
    <message>
        <source>This is a payment code; nothing was paid yet.</source>
        <translation>This is a payment code; nothing was paid yet.</translation>
    </message>
    <message>
        <source>Press + when all goods are on the bill, then scan it again.</source>
        <translation>Press + when all goods are on the bill, then scan it again.</translation>
    </message>
    <message>
        <source>This till takes no payment codes.</source>
        <translation>This till takes no payment codes.</translation>
    </message>
    <message>
        <source>Take cash, or a bank card with F12.</source>
        <translation>Take cash, or a bank card with F12.</translation>
    </message>
    <message>
        <source>A payment of this bill is not finished.</source>
        <translation>A payment of this bill is not finished.</translation>
    </message>
    <message>
        <source>Wait for it, or reverse it; a bill is never paid twice.</source>
        <translation>Wait for it, or reverse it; a bill is never paid twice.</translation>
    </message>
    <message>
        <source>This part is paid by code already.</source>
        <translation>This part is paid by code already.</translation>
    </message>
    <message>
        <source>Take the rest, or press R to reverse it first.</source>
        <translation>Take the rest, or press R to reverse it first.</translation>
    </message>
    <message>
        <source>It is not known yet whether this was paid.</source>
        <translation>It is not known yet whether this was paid.</translation>
    </message>
    <message>
        <source>Ask again first.</source>
        <translation>Ask again first.</translation>
    </message>
    <message>
        <source>Another payment of the same bill is not known yet.</source>
        <translation>Another payment of the same bill is not known yet.</translation>
    </message>
    <message>
        <source>Ask about that one first.</source>
        <translation>Ask about that one first.</translation>
    </message>
    <message>
        <source>Prices changed since; the bill comes to another sum.</source>
        <translation>Prices changed since; the bill comes to another sum.</translation>
    </message>
    <message>
        <source>Reverse the payment and ring the goods up again.</source>
        <translation>Reverse the payment and ring the goods up again.</translation>
    </message>
    <message>
        <source>There is no stored value.</source>
        <translation>There is no stored value.</translation>
    </message>
    <message>
        <source>Top it up with F10 V, or choose another way to pay.</source>
        <translation>Top it up with F10 V, or choose another way to pay.</translation>
    </message>
    <message>
        <source>There is no member on the bill.</source>
        <translation>There is no member on the bill.</translation>
    </message>
    <message>
        <source>Go back, tap the member&apos;s card, then come here again.</source>
        <translation>Go back, tap the member&apos;s card, then come here again.</translation>
    </message>
    <message>
        <source>The stored value would be above its legal limit.</source>
        <translation>The stored value would be above its legal limit.</translation>
    </message>
    <message>
        <source>Top up less; what is there and the bonus count too.</source>
        <translation>Top up less; what is there and the bonus count too.</translation>
    </message>
    <message>
        <source>Try again when the line is back. Selling goes on.</source>
        <translation>Try again when the line is back. Selling goes on.</translation>
    </message>
    <message>
        <source>Without the line, this is above the limit of the day.</source>
        <translation>Without the line, this is above the limit of the day.</translation>
    </message>
    <message>
        <source>Take less of it and the rest in cash, until the line is back.</source>
        <translation>Take less of it and the rest in cash, until the line is back.</translation>
    </message>
    <message>
        <source>The count card has not so many uses left.</source>
        <translation>The count card has not so many uses left.</translation>
    </message>
    <message>
        <source>Use fewer, or sell a new card.</source>
        <translation>Use fewer, or sell a new card.</translation>
    </message>
    <message>
        <source>The count card has expired.</source>
        <translation>The count card has expired.</translation>
    </message>
    <message>
        <source>Sell the service at its price, or a new card.</source>
        <translation>Sell the service at its price, or a new card.</translation>
    </message>
    <message>
        <source>A count card is sold to a member.</source>
        <translation>A count card is sold to a member.</translation>
    </message>
    <message>
        <source>Go back, tap the member&apos;s card or find the member with F2.</source>
        <translation>Go back, tap the member&apos;s card or find the member with F2.</translation>
    </message>
    <message>
        <source>The count card has been used.</source>
        <translation>The count card has been used.</translation>
    </message>
    <message>
        <source>Take back the uses first; a used card itself does not come back.</source>
        <translation>Take back the uses first; a used card itself does not come back.</translation>
    </message>
    <message>
        <source>So much needs the member&apos;s PIN.</source>
        <translation>So much needs the member&apos;s PIN.</translation>
    </message>
    <message>
        <source>Without the line the member has paid with enough points today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay with fewer points (Alt+P shows how many), or wait for the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance is too old to pay with points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another means of payment until headquarters has been reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bill is open.</source>
        <translation>A bill is open.</translation>
    </message>
    <message>
        <source>Take payment for it, hold it with F7 or empty it with Shift+F6 first.</source>
        <translation>Take payment for it, hold it with F7 or empty it with Shift+F6 first.</translation>
    </message>
    <message>
        <source>Bills are still held.</source>
        <translation>Bills are still held.</translation>
    </message>
    <message>
        <source>Press F8: take each one up again, or cancel it.</source>
        <translation>Press F8: take each one up again, or cancel it.</translation>
    </message>
    <message>
        <source>This is not a sale of the open shift.</source>
        <translation>This is not a sale of the open shift.</translation>
    </message>
    <message>
        <source>Take the goods back with F9 instead.</source>
        <translation>Take the goods back with F9 instead.</translation>
    </message>
    <message>
        <source>Some goods of this bill came back already.</source>
        <translation>Some goods of this bill came back already.</translation>
    </message>
    <message>
        <source>Take the rest back with F9 instead.</source>
        <translation>Take the rest back with F9 instead.</translation>
    </message>
    <message>
        <source>This bill was voided already.</source>
        <translation>This bill was voided already.</translation>
    </message>
    <message>
        <source>Look for the bill that took its place.</source>
        <translation>Look for the bill that took its place.</translation>
    </message>
    <message>
        <source>%1 has this phone number already.</source>
        <translation>%1 has this phone number already.</translation>
    </message>
    <message>
        <source>The card %1 is nobody&apos;s and waits here.</source>
        <translation>The card %1 is nobody&apos;s and waits here.</translation>
    </message>
    <message>
        <source>Taken: %1. The rest is still open.</source>
        <translation>Taken: %1. The rest is still open.</translation>
    </message>
    <message>
        <source>Taken off again: %1.</source>
        <translation>Taken off again: %1.</translation>
    </message>
    <message>
        <source>%1 was reversed; nothing was paid.</source>
        <translation>%1 was reversed; nothing was paid.</translation>
    </message>
    <message>
        <source>Ask for a fresh code, or choose another way to pay.</source>
        <translation>Ask for a fresh code, or choose another way to pay.</translation>
    </message>
    <message>
        <source>%1 was refused; nothing was paid.</source>
        <translation>%1 was refused; nothing was paid.</translation>
    </message>
    <message>
        <source>Nobody can say yet whether %1 was paid.</source>
        <translation>Nobody can say yet whether %1 was paid.</translation>
    </message>
    <message>
        <source>Ask again, reverse it, or set the bill aside. Do not take the money twice.</source>
        <translation>Ask again, reverse it, or set the bill aside. Do not take the money twice.</translation>
    </message>
    <message>
        <source>%1 was paid.</source>
        <translation>%1 was paid.</translation>
    </message>
    <message>
        <source>%1 is back with the customer.</source>
        <translation>%1 is back with the customer.</translation>
    </message>
    <message>
        <source>%1 is settled: nothing was paid.</source>
        <translation>%1 is settled: nothing was paid.</translation>
    </message>
    <message>
        <source>The bill waits among the open payments.</source>
        <translation>The bill waits among the open payments.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) by code are not settled.</source>
        <translation>
            <numerusform>%n payment by code is not settled.</numerusform>
            <numerusform>%n payments by code are not settled.</numerusform>
        </translation>
    </message>
    <message>
        <source>Topped up and saved. Slip %1</source>
        <translation>Topped up and saved. Slip %1</translation>
    </message>
    <message>
        <source>Closed and saved; pay the principal out. Slip %1</source>
        <translation>Closed and saved; pay the principal out. Slip %1</translation>
    </message>
    <message>
        <source>%1: one use, %2 left.</source>
        <translation>%1: one use, %2 left.</translation>
    </message>
    <message>
        <source>Training begins and ends between two customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take payment for the bill, hold it, or empty it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card signs %1 in from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no badge any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else here may manage staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make somebody else a manager first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A staff code has letters and digits, 16 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another code, for example 1002.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it as it should stand on slips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has this staff code already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another code, or change that person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next card becomes the badge of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the card on the reader, or leave the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two cards with this number are in use: one is a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card stands before its last visit: it may be a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a PIN or papers, and replace the card at the member desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another card; it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back the card %1, which is half written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither an NTAG 424 DNA nor a DESFire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another blank card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s key file lacks what this card needs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay down the other kind of card, or call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card %1 is not finished and counts as nobody&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it again: it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card %1 is another shop&apos;s or not in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not give it out; take another blank card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip of shift %1 goes to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few points on the card; nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap it again to see what it holds, or choose another way to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card stands before a payment that it made: it is a copy. Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, and call a manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room on the card for what it is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend points from it first, then lay it down again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has no key to give points back to a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the card down at a till that has it, or call a manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with the card on the reader, or choose another way to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is owed what %1 was taken for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay it on the reader again; what was taken goes back at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can say yet whether the card paid %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the same card on the reader again; do not take the money twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This task is not in a state for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its state; what is closed stays closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is closed once all of it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through its list, and say that all was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A survey needs its score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care plan has no such template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a care plan into the store with: kahuictl tasks template set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care plan has no such benefit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The benefit is used up for this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type less, or tell the member when it begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This benefit is not for holidays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member&apos;s tier does not have this benefit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of this selection is left for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All had it before, did not agree, or are not active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) passed over.</source>
        <translation>
            <numerusform>%n member passed over.</numerusform>
            <numerusform>%n members passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added.</source>
        <translation>
            <numerusform>%n task added.</numerusform>
            <numerusform>%n tasks added.</numerusform>
        </translation>
    </message>
    <message>
        <source>The task is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task has a new date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed with the member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are dated.</source>
        <translation>
            <numerusform>%n task is dated.</numerusform>
            <numerusform>%n tasks are dated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted; %n left in this time.</source>
        <translation>
            <numerusform>Noted; %n left in this time.</numerusform>
            <numerusform>Noted; %n left in this time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coupon(s) issued.</source>
        <translation>
            <numerusform>%n coupon issued.</numerusform>
            <numerusform>%n coupons issued.</numerusform>
        </translation>
    </message>
    <message>
        <source>The target is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care plan is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters has not so many points of the member free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay with fewer points; the rest is placed with other stores or not posted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More points were spent than the member had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another means of payment; new points make up for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till was restored and headquarters has not seen it since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell and give points; points are paid with again when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known at this till, and headquarters does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without the member and keep the receipt: its points can be claimed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved; it holds from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish its bill, or reverse it (F10 O).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about it there: F10, then O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them before the customers leave: F10, then O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of this store come from headquarters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask headquarters to change them; they come by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has no points on it that could pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the member&apos;s chip card again, or choose another way to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member %1 has many bills today: ask whether the card is the customer&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member&apos;s card has not shown itself here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay it on the reader, then put the points onto it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many points have no room on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type fewer; what it holds and the new ones count together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points onto the card are settled: card and account agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card holds fewer points than it has to give back; they stay owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay it down again when it holds more, or call a manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points worth %1 are in the account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the card got them, they are taken off it when it lies on the reader again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points are on the card %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can say yet whether the card %2 got %1 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the same card on the reader again; then it is known. Until then they are neither spent nor lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room on the card for %1 points; the account has them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put fewer onto it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card stands before a payment that it made: it is a copy. The account has its points again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card did not get %1 points; the account has them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with the card on the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points on the card are too few for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a part with Shift+F12 first, or choose another way to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no receipt&apos;s code that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type all of its digits. Without headquarters it is claimed where it was bought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters does not know this receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at each digit. If they are right, its till has not sent the bill yet, or the days for claiming are over: try again in an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This receipt is another till&apos;s: headquarters must be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when the line is back, or send the member to the till that sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters cannot be asked for this bill now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it up at its own till, or try again when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill is not held any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own till or another one has it; press F8 to see the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill was taken over here before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F8: it is among this till&apos;s bills, or it was taken up already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bill is still here: try again. If it repeats, the disk is read-only or broken: call support, and sell at another till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seat is free any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until somebody does not come, or plan more seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member is not on the list of guests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the member a seat first, with B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whose card it is, if somebody else shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests are kept only with the member&apos;s consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the member, and note the consent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care plan has no such tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has named this friend already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first who named a friend is the referrer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draw was held already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its winner stands in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a chance in this draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give members their chances first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This benefit is for another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of it is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the member; more of it is set in the care plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member has too few points for this draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the member how many it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) free.</source>
        <translation>
            <numerusform>%n seat free.</numerusform>
            <numerusform>%n seats free.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tell the %n member(s) on its list.</source>
        <translation>
            <numerusform>Tell the %n member on its list.</numerusform>
            <numerusform>Tell the %n members on its list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are on the list.</source>
        <translation>
            <numerusform>%n member is on the list.</numerusform>
            <numerusform>%n members are on the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has a seat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The consent is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interests are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The friend is noted until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Won by %1, of %n chance(s).</source>
        <translation>
            <numerusform>Won by %1, of %n chance.</numerusform>
            <numerusform>Won by %1, of %n chances.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 points for coming in today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only drafts can be deleted; nothing was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out what has begun; cancel it or close it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member has no telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number at the member desk first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted.</source>
        <translation>
            <numerusform>%n task deleted.</numerusform>
            <numerusform>%n tasks deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>The campaign is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) deleted.</source>
        <translation>
            <numerusform>%n campaign deleted.</numerusform>
            <numerusform>%n campaigns deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the call showed is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s clock stands before the last sale: no day can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock right in the system&apos;s settings. If it is right, a manager signs in now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s clock is far ahead of the last sale: no day can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is sold to a member in the month of the birthday only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the member&apos;s card, or take the item off with F6; a missing birthday is written down at the member desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is sold to members first; guests wait some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the member&apos;s card or let the guest join, or take the item off with F6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not on sale yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it back, and take the item off with F6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A membership fee is sold to a member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the card or let the guest join first, then take the fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shop&apos;s rules say nothing of deliveries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager sets the fee in the rules; until then goods are taken along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods are taken along; no fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods are delivered free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods are delivered; the fee is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member agreed to the new terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no application to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line under the name says what the member is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application is not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve or refuse it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules have no such group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a code of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days of this group are over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters can publish new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group needs a proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what was shown: a student card, a staff card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved: the member has the benefits from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused; the reason is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for approval; until then it is sold without a member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application is not approved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell without it. A manager can approve it at the member desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell without it. The member desk shows the reason; a manager may still approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application was refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only members comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer to join at the member desk, or note it as a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members cannot comment on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager opens it to members; feedback is its own member&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not comment here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a leader or a manager to write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comment is answered already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the answer below it; add a comment if more is to be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such comment of a member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that waits for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This announcement does not hold any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may comment is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another till asked for the points of this receipt and has not reported since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes; if that till stays away, the receipt is free on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tier is not to be had for points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the member what lifts to it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member has this tier or a higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken; choose a higher tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This receipt does not count for joining.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a guest&apos;s bill of today that is whole and not claimed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who joins buys for more on the day: %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the goods on the bill first, or type the code of a guest&apos;s receipt of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier is raised for %1 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card&apos;s state: %1. The change of card brings %2 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coupon is for %1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between tiers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member %1 has %2 left on the card: a top-up is Alt+T.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods for points are for members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the member&apos;s card or find the member with F2, then take it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This costs money beside the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the member&apos;s bill with Alt+X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card costs a fee, and another member&apos;s bill is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish that bill or hold it with F7, then give the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods for points were taken off: the member&apos;s points do not reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them here, or sell them at their price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The card is given; cards are free today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is given; its fee of %1 is on the bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member types it where points (Alt+P, Alt+X) or stored value are paid, or pays less with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was published to the staff alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish it to members first, then open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is given on the birthday, in its month, or on the day of joining.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no tax number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again from the business licence: 18 letters and digits, or the older 15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a company has a tax number and a contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the member as a company, or leave them empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day of the tier lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a day from today on, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member has no tier by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules decide the tier already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody joined by this receipt already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another receipt of today, or put goods on the bill first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier is given; it works from the next bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended: the rules decide the tier again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules have no such tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type tiers by their codes, for example GLD, or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fee is due for this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the money back, and give the card without payment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanItems</name>
    <message>
        <source>Tags of interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of customer care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up of a bill from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a task for the member&apos;s bill; empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days from the bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High-value members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent of buyers, who spend most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A named friend joins within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often and little: bills from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in twelve months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often and little: spent below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit: cups, hours, pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often: 4m, 1y, 1 or 1/30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock for all; empty: no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers: GLD PLT; empty: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prize in yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chances by tier: SLV 1, GLD 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often: 1m, 1y or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least points of a member; empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per cent, 1 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is missing, or not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birthday, birthday month, joining day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birthday month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joining day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>%n hour(s) after the first use</source>
        <translation>
            <numerusform>%n hour after the first use</numerusform>
            <numerusform>%n hours after the first use</numerusform>
        </translation>
    </message>
    <message>
        <source>on the signing day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the day of the first use</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before the signing day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after the signing day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 before the first use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after the first use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly to the first use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly to the end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenters</name>
    <message>
        <source>Birthday today</source>
        <translation>Birthday today</translation>
    </message>
    <message>
        <source>Number only</source>
        <translation>Number only</translation>
    </message>
    <message>
        <source>Genuine chip</source>
        <translation>Genuine chip</translation>
    </message>
    <message>
        <source>Proven card</source>
        <translation>Proven card</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>Reader ready</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>No reader</translation>
    </message>
    <message>
        <source>Reader in use</source>
        <translation>Reader in use</translation>
    </message>
    <message>
        <source>Reader fault</source>
        <translation>Reader fault</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Register %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>bill %1</source>
        <translation>bill %1</translation>
    </message>
    <message numerus="yes">
        <source>%n coupon(s)</source>
        <translation>
            <numerusform>%n coupon</numerusform>
            <numerusform>%n coupons</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 unsent</source>
        <translation>%1 unsent</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Headquarters: call support</source>
        <translation>Headquarters: call support</translation>
    </message>
    <message>
        <source>Headquarters and this till do not agree. Selling goes on; call support.</source>
        <translation>Headquarters and this till do not agree. Selling goes on; call support.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline, %1, %2</source>
        <translation>Offline, %1, %2</translation>
    </message>
    <message>
        <source>Headquarters cannot be reached. Selling goes on; what is unsent (%1, the oldest %2 old) goes out by itself when the line is back.</source>
        <translation>Headquarters cannot be reached. Selling goes on; what is unsent (%1, the oldest %2 old) goes out by itself when the line is back.</translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>Headquarters answers. %1.</source>
        <translation>Headquarters answers. %1.</translation>
    </message>
    <message>
        <source>Stored %1</source>
        <translation>Stored %1</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation>
            <numerusform>%n use</numerusform>
            <numerusform>%n uses</numerusform>
        </translation>
    </message>
    <message>
        <source>(dead number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock %1 fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock %1 slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong by %1. Set it right in the system&apos;s settings; selling goes on, and bills keep the day of the open shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New terms: ask (F2 F2, Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>PromotionText</name>
    <message>
        <source>−¥%1 for each ¥%2</source>
        <translation>−¥%1 for each ¥%2</translation>
    </message>
    <message>
        <source>−¥%1 from ¥%2</source>
        <translation>−¥%1 from ¥%2</translation>
    </message>
    <message>
        <source>%1 from ¥%2</source>
        <translation>%1 from ¥%2</translation>
    </message>
    <message>
        <source>%1 from %2 pieces</source>
        <translation>%1 from %2 pieces</translation>
    </message>
    <message>
        <source>offer price ¥%1</source>
        <translation>offer price ¥%1</translation>
    </message>
    <message>
        <source>offer: %1</source>
        <translation>offer: %1</translation>
    </message>
    <message>
        <source>¥%1 less a piece</source>
        <translation>¥%1 less a piece</translation>
    </message>
    <message>
        <source>buy %1, get %2 free</source>
        <translation>buy %1, get %2 free</translation>
    </message>
    <message>
        <source>piece %1 is free</source>
        <translation>piece %1 is free</translation>
    </message>
    <message>
        <source>piece %1: %2</source>
        <translation>piece %1: %2</translation>
    </message>
    <message>
        <source>%1 for ¥%2</source>
        <translation>%1 for ¥%2</translation>
    </message>
    <message>
        <source>gift for each ¥%1</source>
        <translation>gift for each ¥%1</translation>
    </message>
    <message>
        <source>gift from ¥%1</source>
        <translation>gift from ¥%1</translation>
    </message>
    <message>
        <source>for ¥%1 from ¥%2</source>
        <translation>for ¥%1 from ¥%2</translation>
    </message>
    <message>
        <source>points × %1</source>
        <translation>points × %1</translation>
    </message>
    <message>
        <source>%1 more: %2</source>
        <translation>%1 more: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more piece(s): %1</source>
        <translation>
            <numerusform>%n more piece: %1</numerusform>
            <numerusform>%n more pieces: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Coupon ¥%1</source>
        <translation>Coupon ¥%1</translation>
    </message>
    <message>
        <source>from ¥%1</source>
        <translation>from ¥%1</translation>
    </message>
    <message>
        <source>some goods</source>
        <translation>some goods</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>last day</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>Gift: %1</source>
        <translation>Gift: %1</translation>
    </message>
    <message>
        <source>For ¥%1: %2</source>
        <translation>For ¥%1: %2</translation>
    </message>
    <message>
        <source>Coupon: %1</source>
        <translation>Coupon: %1</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReturnText</name>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>WeChat Pay</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>Alipay</translation>
    </message>
    <message>
        <source>UnionPay</source>
        <translation>UnionPay</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>stays used</source>
        <translation>stays used</translation>
    </message>
    <message>
        <source>goes back to the member</source>
        <translation>goes back to the member</translation>
    </message>
    <message>
        <source>is cancelled</source>
        <translation>is cancelled</translation>
    </message>
    <message>
        <source>its value is deducted</source>
        <translation>its value is deducted</translation>
    </message>
    <message>
        <source>stays with the member</source>
        <translation>stays with the member</translation>
    </message>
    <message>
        <source>Value of the goods</source>
        <translation>Value of the goods</translation>
    </message>
    <message>
        <source>Back by %1</source>
        <translation>Back by %1</translation>
    </message>
    <message>
        <source>Points taken back</source>
        <translation>Points taken back</translation>
    </message>
    <message>
        <source>of them paid in money</source>
        <translation>of them paid in money</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>Points given back</translation>
    </message>
    <message>
        <source>Points afterwards</source>
        <translation>Points afterwards</translation>
    </message>
    <message>
        <source>Tier afterwards</source>
        <translation>Tier afterwards</translation>
    </message>
    <message>
        <source>Coupon of the bill</source>
        <translation>Coupon of the bill</translation>
    </message>
    <message>
        <source>Evening coupon</source>
        <translation>Evening coupon</translation>
    </message>
    <message>
        <source>Coupon for spending</source>
        <translation>Coupon for spending</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Receipt %1</translation>
    </message>
    <message>
        <source>without a member</source>
        <translation>without a member</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Points on card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points onto card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift for being referred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebate points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupon good again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral coupon, void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift to be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift that comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift came back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For friends, rebates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by headquarters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftText</name>
    <message>
        <source>The drawer begins with %1.</source>
        <translation>The drawer begins with %1.</translation>
    </message>
    <message>
        <source>%1 were paid into the drawer.</source>
        <translation>%1 were paid into the drawer.</translation>
    </message>
    <message>
        <source>%1 were paid out of the drawer.</source>
        <translation>%1 were paid out of the drawer.</translation>
    </message>
    <message>
        <source>%1 went to the safe.</source>
        <translation>%1 went to the safe.</translation>
    </message>
    <message>
        <source>The drawer is open; it is noted.</source>
        <translation>The drawer is open; it is noted.</translation>
    </message>
    <message>
        <source>The count is compared.</source>
        <translation>The count is compared.</translation>
    </message>
    <message>
        <source>Look at the difference, then sign with your PIN.</source>
        <translation>Look at the difference, then sign with your PIN.</translation>
    </message>
    <message>
        <source>Shift %1 is closed. The next person signs in.</source>
        <translation>Shift %1 is closed. The next person signs in.</translation>
    </message>
    <message>
        <source>The bill is held; F8 takes it up again.</source>
        <translation>The bill is held; F8 takes it up again.</translation>
    </message>
    <message>
        <source>Held: %1. F8 takes it up again.</source>
        <translation>Held: %1. F8 takes it up again.</translation>
    </message>
    <message>
        <source>The held bill is back; prices are up to date.</source>
        <translation>The held bill is back; prices are up to date.</translation>
    </message>
    <message>
        <source>%1 is back; prices are up to date.</source>
        <translation>%1 is back; prices are up to date.</translation>
    </message>
    <message>
        <source>The held bill was cancelled.</source>
        <translation>The held bill was cancelled.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Cancelled: %1</translation>
    </message>
    <message>
        <source>Receipt %1, copy number %2.</source>
        <translation>Receipt %1, copy number %2.</translation>
    </message>
    <message>
        <source>Receipt %1 is void and its goods are on a new bill.</source>
        <translation>Receipt %1 is void and its goods are on a new bill.</translation>
    </message>
    <message>
        <source>Change the bill, then take payment. Give the old money back first.</source>
        <translation>Change the bill, then take payment. Give the old money back first.</translation>
    </message>
    <message>
        <source>New price: %1</source>
        <translation>New price: %1</translation>
    </message>
    <message>
        <source>Give change</source>
        <translation>Give change</translation>
    </message>
    <message>
        <source>Check the cash</source>
        <translation>Check the cash</translation>
    </message>
    <message>
        <source>Take something out</source>
        <translation>Take something out</translation>
    </message>
    <message>
        <source>Test the drawer</source>
        <translation>Test the drawer</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Void</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>This needs somebody else&apos;s signature.</source>
        <translation>This needs somebody else&apos;s signature.</translation>
    </message>
    <message>
        <source>Let somebody who may sign with code and PIN, or press Esc.</source>
        <translation>Let somebody who may sign with code and PIN, or press Esc.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>The reason is missing.</translation>
    </message>
    <message>
        <source>Type why, in a few words.</source>
        <translation>Type why, in a few words.</translation>
    </message>
    <message>
        <source>This is not what lies in a drawer.</source>
        <translation>This is not what lies in a drawer.</translation>
    </message>
    <message>
        <source>Type the number of notes and coins, or the whole amount.</source>
        <translation>Type the number of notes and coins, or the whole amount.</translation>
    </message>
    <message>
        <source>There is nothing to hold.</source>
        <translation>There is nothing to hold.</translation>
    </message>
    <message>
        <source>Scan the first item; F8 shows the bills that are held.</source>
        <translation>Scan the first item; F8 shows the bills that are held.</translation>
    </message>
    <message>
        <source>No bill is held.</source>
        <translation>No bill is held.</translation>
    </message>
    <message>
        <source>F7 holds the open bill while another customer pays.</source>
        <translation>F7 holds the open bill while another customer pays.</translation>
    </message>
    <message>
        <source>A bill is open.</source>
        <translation>A bill is open.</translation>
    </message>
    <message>
        <source>Take payment for it or hold it with F7, then take up the other.</source>
        <translation>Take payment for it or hold it with F7, then take up the other.</translation>
    </message>
    <message>
        <source>The held bill will be cancelled.</source>
        <translation>The held bill will be cancelled.</translation>
    </message>
    <message>
        <source>Press Del once more to cancel it, Esc to stop.</source>
        <translation>Press Del once more to cancel it, Esc to stop.</translation>
    </message>
    <message>
        <source>There are no goods to take back.</source>
        <translation>There are no goods to take back.</translation>
    </message>
    <message>
        <source>Scan what the customer brings, then choose it again under More.</source>
        <translation>Scan what the customer brings, then choose it again under More.</translation>
    </message>
    <message>
        <source>the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses of a count card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goods of an offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a coupon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the discount on the bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The held bill is back without: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for it again if it still applies, then take payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong way of paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong price or quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer thought again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gift, without a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faulty goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register %1 took over a held bill at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register %1 took over “%3” at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paid there; here it is not held any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A held bill was taken up here, and at register %1 at %2 too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it was paid twice, and give one payment back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Register %1</translation>
    </message>
    <message>
        <source>goods for points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the delivery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffText</name>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return by receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>Return without a receipt</translation>
    </message>
    <message>
        <source>Open a paid bill again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Cash in, out, drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Close the shift</translation>
    </message>
    <message>
        <source>Join a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct members and cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See names and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze, void, transfer points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay points out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a member&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>no PIN</translation>
    </message>
    <message>
        <source>locked for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and coupon batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve new members</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>Care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arranged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rated</source>
        <translation>
            <numerusform>%n not rated</numerusform>
            <numerusform>%n not rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>surveys %1.%2 of %n answer(s)</source>
        <translation>
            <numerusform>surveys %1.%2 of %n answer</numerusform>
            <numerusform>surveys %1.%2 of %n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2 of %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In the shop</translation>
    </message>
</context>
<context>
    <name>TenderText</name>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>%1, ref. %2</source>
        <translation>%1, ref. %2</translation>
    </message>
    <message>
        <source>The code is being charged.</source>
        <translation>The code is being charged.</translation>
    </message>
    <message>
        <source>The customer confirms on the telephone.</source>
        <translation>The customer confirms on the telephone.</translation>
    </message>
    <message>
        <source>The payment is being reversed.</source>
        <translation>The payment is being reversed.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was paid.</source>
        <translation>Nobody knows yet whether it was paid.</translation>
    </message>
    <message>
        <source>Refund, not confirmed yet</source>
        <translation>Refund, not confirmed yet</translation>
    </message>
    <message>
        <source>Paid, its bill is not finished</source>
        <translation>Paid, its bill is not finished</translation>
    </message>
    <message>
        <source>Not known whether it was paid</source>
        <translation>Not known whether it was paid</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>Top-up</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Paid with</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Count card sold</source>
        <translation>Count card sold</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>Use given back</source>
        <translation>Use given back</translation>
    </message>
    <message>
        <source>Count card returned</source>
        <translation>Count card returned</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 of %2 left</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, until %2</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>Lay the card on the reader and leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card left too early: lay it on the reader again. Never take the money twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed to the card: lay it on the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by the card, its bill is not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known whether the card paid: lay it on the reader, or a manager lets the bill go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the card if it got them: lay it on the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known whether the card got them: lay it on the reader, or a manager gives them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other tills, by headquarters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TierWays</name>
    <message>
        <source>%1: %2 more months as a member first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spend %1 more now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earn %1 more points</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more bill(s)</source>
        <translation>
            <numerusform>%n more bill</numerusform>
            <numerusform>%n more bills</numerusform>
        </translation>
    </message>
    <message>
        <source>spend %1 more in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>bring %n more friend(s)</source>
        <translation>
            <numerusform>bring %n more friend</numerusform>
            <numerusform>bring %n more friends</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is reached with this bill</source>
        <translation>%1 is reached with this bill</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No benefits yet: they begin after one bill of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message>
        <source>Full price</source>
        <translation>Full price</translation>
    </message>
    <message>
        <source>Offer price</source>
        <translation>Offer price</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>Member day</source>
        <translation>Member day</translation>
    </message>
    <message>
        <source>Price of the tier</source>
        <translation>Price of the tier</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Coupon</translation>
    </message>
    <message>
        <source>Price changed by hand</source>
        <translation>Price changed by hand</translation>
    </message>
    <message>
        <source>Several rates, one after the other</source>
        <translation>Several rates, one after the other</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Several pieces</source>
        <translation>Several pieces</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Discount by hand</source>
        <translation>Discount by hand</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>Paid with points</translation>
    </message>
    <message>
        <source>Rounded down for cash</source>
        <translation>Rounded down for cash</translation>
    </message>
    <message>
        <source>Gift or exchange offer</source>
        <translation>Gift or exchange offer</translation>
    </message>
    <message>
        <source>More points</source>
        <translation>More points</translation>
    </message>
    <message>
        <source>reached: the offer can be taken</source>
        <translation>reached: the offer can be taken</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>another price is better</source>
        <translation>another price is better</translation>
    </message>
    <message>
        <source>another promotion saves more</source>
        <translation>another promotion saves more</translation>
    </message>
    <message>
        <source>applied, held at the lowest rate of the item</source>
        <translation>applied, held at the lowest rate of the item</translation>
    </message>
    <message>
        <source>for members: tap the card</source>
        <translation>for members: tap the card</translation>
    </message>
    <message>
        <source>for another tier</source>
        <translation>for another tier</translation>
    </message>
    <message>
        <source>for another store</source>
        <translation>for another store</translation>
    </message>
    <message>
        <source>not at this time</source>
        <translation>not at this time</translation>
    </message>
    <message>
        <source>this item is excluded</source>
        <translation>this item is excluded</translation>
    </message>
    <message>
        <source>the price was changed by hand</source>
        <translation>the price was changed by hand</translation>
    </message>
    <message>
        <source>for whole pieces only</source>
        <translation>for whole pieces only</translation>
    </message>
    <message>
        <source>its pieces count for another offer</source>
        <translation>its pieces count for another offer</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 missing</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) missing</source>
        <translation>
            <numerusform>%n piece missing</numerusform>
            <numerusform>%n pieces missing</numerusform>
        </translation>
    </message>
    <message>
        <source>used as often as allowed</source>
        <translation>used as often as allowed</translation>
    </message>
    <message>
        <source>nothing to save here</source>
        <translation>nothing to save here</translation>
    </message>
    <message>
        <source>Price of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its campaign is not approved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::models::BasketModel</name>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>No discount</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>Member day</source>
        <translation>Member day</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Coupon</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>Price changed</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>Combined</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>Price %1</source>
        <translation>Price %1</translation>
    </message>
    <message>
        <source>Quantity %1 %2</source>
        <translation>Quantity %1 %2</translation>
    </message>
    <message>
        <source>No saving</source>
        <translation>No saving</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Saving %1</translation>
    </message>
    <message>
        <source>Amount %1</source>
        <translation>Amount %1</translation>
    </message>
    <message>
        <source>Group price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::models::CounterModel</name>
    <message>
        <source>No printer is set up.</source>
        <translation>No printer is set up.</translation>
    </message>
    <message>
        <source>Released for other programs.</source>
        <translation>Released for other programs.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Ready, the paper is near its end</source>
        <translation>Ready, the paper is near its end</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>The cover is open</source>
        <translation>The cover is open</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>It does not answer</translation>
    </message>
    <message numerus="yes">
        <source>The printer is out of paper; %n sheet(s) wait.</source>
        <translation>
            <numerusform>The printer is out of paper; %n sheet waits.</numerusform>
            <numerusform>The printer is out of paper; %n sheets wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put in a new roll: they are printed by themselves. Selling goes on.</source>
        <translation>Put in a new roll: they are printed by themselves. Selling goes on.</translation>
    </message>
    <message numerus="yes">
        <source>The printer&apos;s cover is open; %n sheet(s) wait.</source>
        <translation>
            <numerusform>The printer&apos;s cover is open; %n sheet waits.</numerusform>
            <numerusform>The printer&apos;s cover is open; %n sheets wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close it: they are printed by themselves. Selling goes on.</source>
        <translation>Close it: they are printed by themselves. Selling goes on.</translation>
    </message>
    <message numerus="yes">
        <source>The printer does not answer; %n sheet(s) wait.</source>
        <translation>
            <numerusform>The printer does not answer; %n sheet waits.</numerusform>
            <numerusform>The printer does not answer; %n sheets wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check its power and cable. Selling goes on; receipts can be printed later.</source>
        <translation>Check its power and cable. Selling goes on; receipts can be printed later.</translation>
    </message>
    <message>
        <source>This is no way to a printer or display.</source>
        <translation>This is no way to a printer or display.</translation>
    </message>
    <message>
        <source>For example tcp:192.168.1.9, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME.</source>
        <translation>For example tcp:192.168.1.9, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME.</translation>
    </message>
    <message>
        <source>Done for now, but the settings could not be written.</source>
        <translation>Done for now, but the settings could not be written.</translation>
    </message>
    <message>
        <source>Call support: it is forgotten at the next start.</source>
        <translation>Call support: it is forgotten at the next start.</translation>
    </message>
    <message>
        <source>There is no printer, or too many sheets wait.</source>
        <translation>There is no printer, or too many sheets wait.</translation>
    </message>
    <message>
        <source>Set one up under More (F10), or throw away what waits.</source>
        <translation>Set one up under More (F10), or throw away what waits.</translation>
    </message>
    <message>
        <source>It goes to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the path of a PNG or JPEG file on this till, or leave the line empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank form %1 goes to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::models::DevicesModel</name>
    <message>
        <source>Added. Test it before the next customer.</source>
        <translation>Added. Test it before the next customer.</translation>
    </message>
    <message>
        <source>Removed from this till.</source>
        <translation>Removed from this till.</translation>
    </message>
    <message>
        <source>This till uses it now.</source>
        <translation>This till uses it now.</translation>
    </message>
    <message>
        <source>Test ended. The reader serves the sale.</source>
        <translation>Test ended. The reader serves the sale.</translation>
    </message>
    <message>
        <source>The test waits for one card or code.</source>
        <translation>The test waits for one card or code.</translation>
    </message>
    <message>
        <source>Left to other programs until it is claimed again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::models::ReportModel</name>
    <message>
        <source>There is nothing to write yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was not written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::models::ReturnModel</name>
    <message>
        <source>%1: %2 of %3 come back</source>
        <translation>%1: %2 of %3 come back</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>all of it came back before</source>
        <translation>all of it came back before</translation>
    </message>
    <message>
        <source>%1 %2 came back before</source>
        <translation>%1 %2 came back before</translation>
    </message>
</context>
<context>
    <name>kahui::models::SearchModel</name>
    <message>
        <source>Offer %1</source>
        <translation>Offer %1</translation>
    </message>
    <message>
        <source>Members %1</source>
        <translation>Members %1</translation>
    </message>
</context>
<context>
    <name>kahui::models::SetupModel</name>
    <message>
        <source>The store has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name for the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s number is missing or has other signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters and digits, for example 0001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register&apos;s number is missing or has other signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters and digits, for example 01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff code is missing or has other signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters and digits, for example 9001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it as it should stand on slips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a PIN of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the same PIN twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is there. %1 may sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of a headquarters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type https://, the name and the port, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask headquarters for one: kahui-hq enrol-code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters knows this till as store %1, register %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CSV file, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows can go in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows went in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five tiers, points as cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopping mall, points of a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Club, tiers by what was earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tea room, points that never end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bronze to diamond, monthly coupons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no mark of goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long or not in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goods by weight cannot be used by count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check digit is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another product has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no mobile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uid, track2 or code is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of them is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MM-DD, or LMM-DD if lunar, is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole numbers from 0 are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date YYYY-MM-DD, not in the future, is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands twice in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>the store does not take it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and what is wrong with it</comment>
        <translation type="unfinished">%1: %2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ApprovalForm</name>
    <message>
        <source>This is beyond your right. Somebody who may allow it signs with code and PIN.</source>
        <translation>This is beyond your right. Somebody who may allow it signs with code and PIN.</translation>
    </message>
    <message>
        <source>Staff code of who allows it</source>
        <translation>Staff code of who allows it</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of who allows it</source>
        <translation>PIN of who allows it</translation>
    </message>
    <message>
        <source>Allow and do it</source>
        <translation>Allow and do it</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BasketView</name>
    <message>
        <source>Ready for the next customer</source>
        <translation>Ready for the next customer</translation>
    </message>
    <message>
        <source>Scan the first item, or tap a member card</source>
        <translation>Scan the first item, or tap a member card</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>Lines of the bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BenefitStrip</name>
    <message>
        <source>Take the offer. %1, %2</source>
        <translation>Take the offer. %1, %2</translation>
    </message>
    <message>
        <source>Show the next offer. This is %1 of %2</source>
        <translation>Show the next offer. This is %1 of %2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::BlindReturnPanel</name>
    <message>
        <source>Without a receipt</source>
        <translation>Without a receipt</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>Give back %1</translation>
    </message>
    <message>
        <source>Each item at the lowest price of the last 30 days, in cash. A manager signs for it.</source>
        <translation>Each item at the lowest price of the last 30 days, in cash. A manager signs for it.</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>Goods that come back</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>%1 points are taken back from the member.</source>
        <translation>%1 points are taken back from the member.</translation>
    </message>
    <message>
        <source>No points change.</source>
        <translation>No points change.</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>Give the money back</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CampaignForm</name>
    <message>
        <source>This cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; code, name and both days are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CardLoadForm</name>
    <message>
        <source>Esc takes the points back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>How many points go onto the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of the member</source>
        <translation>PIN of the member</translation>
    </message>
    <message>
        <source>PIN of the member, where it is asked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CashForm</name>
    <message>
        <source>Pay into the drawer</source>
        <translation>Pay into the drawer</translation>
    </message>
    <message>
        <source>Pay out of the drawer</source>
        <translation>Pay out of the drawer</translation>
    </message>
    <message>
        <source>Take to the safe</source>
        <translation>Take to the safe</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Opening float</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Why the money is moved</source>
        <translation>Why the money is moved</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Note it</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CheckoutScreen</name>
    <message>
        <source>Scan the next item, or press Enter to go on</source>
        <translation>Scan the next item, or press Enter to go on</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>Entry line</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>Take cash</translation>
    </message>
    <message>
        <source>Ready. F1 shows all keys.</source>
        <translation>Ready. F1 shows all keys.</translation>
    </message>
    <message>
        <source>Scan, or type a code or phone · 3* means 3 pieces</source>
        <translation>Scan, or type a code or phone · 3* means 3 pieces</translation>
    </message>
    <message>
        <source>How many come back? Space takes the whole line, A everything</source>
        <translation>How many come back? Space takes the whole line, A everything</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CloseForm</name>
    <message>
        <source>The drawer is even</source>
        <translation>The drawer is even</translation>
    </message>
    <message>
        <source>Too much in the drawer</source>
        <translation>Too much in the drawer</translation>
    </message>
    <message>
        <source>Missing in the drawer</source>
        <translation>Missing in the drawer</translation>
    </message>
    <message>
        <source>Expected %1, counted %2.</source>
        <translation>Expected %1, counted %2.</translation>
    </message>
    <message>
        <source>What stays in the drawer for the next shift; the rest is handed over.</source>
        <translation>What stays in the drawer for the next shift; the rest is handed over.</translation>
    </message>
    <message>
        <source>Stays in the drawer</source>
        <translation>Stays in the drawer</translation>
    </message>
    <message>
        <source>Remark, may stay empty</source>
        <translation>Remark, may stay empty</translation>
    </message>
    <message>
        <source>Why there is a difference</source>
        <translation>Why there is a difference</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Your PIN</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Close the shift</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ClubForm</name>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ClubScreen</name>
    <message>
        <source>What it is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When: 0315 1400</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a line empty to keep what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept with the member&apos;s data, sealed, and stands in the list of birthdays. An empty line takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day: 0512, or L0815 by the moon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A friend of this member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who joins with this number in time is referred by this member. The number itself is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone number of the friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 0315 1400 for 15 March at two in the afternoon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no number of seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a figure from 1 to 10000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 0512 for 12 May, L0815 by the moon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events and draws. Type a member&apos;s number or show a card to see the member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of a list wait: choose the event and press V.</source>
        <translation>
            <numerusform>%n member of a list waits: choose the event and press V.</numerusform>
            <numerusform>%n members of a list wait: choose the event and press V.</numerusform>
        </translation>
    </message>
    <message>
        <source>The door is open: each card that is shown checks its member in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guests of this event. Type a member&apos;s number to give a seat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent to a profile of interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buys most: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without it there are no tags, and nothing is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>No events yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guests and door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again: tags go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tag off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the tag on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Invite %n member(s)</source>
        <translation>
            <numerusform>Invite %n member</numerusform>
            <numerusform>Invite %n members</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again: one wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the winner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again: called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Club: events, interests, draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F: member number or telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a member by number or telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events, guests, or what is known of the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose a row, Enter acts on it; a card shows its member or checks in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CountForm</name>
    <message>
        <source>Count the drawer</source>
        <translation>Count the drawer</translation>
    </message>
    <message>
        <source>How many of each; what there should be is shown after the count. Or type the whole amount.</source>
        <translation>How many of each; what there should be is shown after the count. Or type the whole amount.</translation>
    </message>
    <message>
        <source>Number of notes or coins of %1</source>
        <translation>Number of notes or coins of %1</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Counted, the whole amount</source>
        <translation>Counted, the whole amount</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Compare with what there should be</source>
        <translation>Compare with what there should be</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CounterScreen</name>
    <message>
        <source>A test slip is on its way.</source>
        <translation>A test slip is on its way.</translation>
    </message>
    <message>
        <source>Thrown away. Any receipt can be printed again.</source>
        <translation>Thrown away. Any receipt can be printed again.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>It shows 123456.78 under the lamp of the total.</source>
        <translation>It shows 123456.78 under the lamp of the total.</translation>
    </message>
    <message>
        <source>Saved: receipts stay on the screen.</source>
        <translation>Saved: receipts stay on the screen.</translation>
    </message>
    <message>
        <source>Paper 80 mm</source>
        <translation>Paper 80 mm</translation>
    </message>
    <message>
        <source>Paper 58 mm</source>
        <translation>Paper 58 mm</translation>
    </message>
    <message>
        <source>Width of the paper: %1</source>
        <translation>Width of the paper: %1</translation>
    </message>
    <message>
        <source>Claim it again</source>
        <translation>Claim it again</translation>
    </message>
    <message>
        <source>Release it</source>
        <translation>Release it</translation>
    </message>
    <message>
        <source>No sheet waits.</source>
        <translation>No sheet waits.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) wait for the printer.</source>
        <translation>
            <numerusform>%n sheet waits for the printer.</numerusform>
            <numerusform>%n sheets wait for the printer.</numerusform>
        </translation>
    </message>
    <message>
        <source>It stands behind the printer: set that up first.</source>
        <translation>It stands behind the printer: set that up first.</translation>
    </message>
    <message>
        <source>None. It opens with its key.</source>
        <translation>None. It opens with its key.</translation>
    </message>
    <message>
        <source>Behind the printer, pin %1. It opens when cash is taken or given.</source>
        <translation>Behind the printer, pin %1. It opens when cash is taken or given.</translation>
    </message>
    <message>
        <source>No drawer</source>
        <translation>No drawer</translation>
    </message>
    <message>
        <source>Drawer at pin %1</source>
        <translation>Drawer at pin %1</translation>
    </message>
    <message>
        <source>No line display.</source>
        <translation>No line display.</translation>
    </message>
    <message>
        <source>It does not answer. Check its cable.</source>
        <translation>It does not answer. Check its cable.</translation>
    </message>
    <message>
        <source>Price, total and change for the customer.</source>
        <translation>Price, total and change for the customer.</translation>
    </message>
    <message>
        <source>Goods, total and points on a second screen.</source>
        <translation>Goods, total and points on a second screen.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Not shown</translation>
    </message>
    <message>
        <source>Customer&apos;s window: %1</source>
        <translation>Customer&apos;s window: %1</translation>
    </message>
    <message>
        <source>Printer, drawer, displays</source>
        <translation>Printer, drawer, displays</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>tcp:HOST, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME; Enter saves.</source>
        <translation>tcp:HOST, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME; Enter saves.</translation>
    </message>
    <message>
        <source>Way to the printer</source>
        <translation>Way to the printer</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Test slip</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>Print a test slip</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Print now</translation>
    </message>
    <message>
        <source>Print what waits now</source>
        <translation>Print what waits now</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Throw away what waits for the printer</source>
        <translation>Throw away what waits for the printer</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Line display</source>
        <translation>Line display</translation>
    </message>
    <message>
        <source>Way to the line display</source>
        <translation>Way to the line display</translation>
    </message>
    <message>
        <source>Test figure</source>
        <translation>Test figure</translation>
    </message>
    <message>
        <source>Show a test figure on the line display</source>
        <translation>Show a test figure on the line display</translation>
    </message>
    <message>
        <source>Customer&apos;s window</source>
        <translation>Customer&apos;s window</translation>
    </message>
    <message>
        <source>Settings of this till. Esc goes back.</source>
        <translation>Settings of this till. Esc goes back.</translation>
    </message>
    <message>
        <source>Customers may type on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers do not type on it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CouponList</name>
    <message numerus="yes">
        <source>All %n coupon(s) · %1 used</source>
        <translation>
            <numerusform>All %n coupon · %1 used</numerusform>
            <numerusform>All %n coupons · %1 used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n coupon(s)</source>
        <translation>
            <numerusform>All %n coupon</numerusform>
            <numerusform>All %n coupons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CouponPanel</name>
    <message>
        <source>Coupons</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>Arrows choose, Space uses or leaves a coupon.</source>
        <translation>Arrows choose, Space uses or leaves a coupon.</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerLetters</name>
    <message>
        <source>No character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ABC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese characters by pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last sign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerPad</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit %1</source>
        <translation>Digit %1</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Delete the last digit</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerPin</name>
    <message>
        <source>Take the window back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer types the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the customer&apos;s window back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the customer type the PIN on the other window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::CustomerWindow</name>
    <message>
        <source>Customer&apos;s window</source>
        <translation>Customer&apos;s window</translation>
    </message>
    <message>
        <source>Thank you, see you again</source>
        <translation>Thank you, see you again</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>%1, saves %2</source>
        <translation>%1, saves %2</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>You save %1</source>
        <translation>You save %1</translation>
    </message>
    <message>
        <source>Points %1, from this bill %2</source>
        <translation>Points %1, from this bill %2</translation>
    </message>
    <message>
        <source>Scan to become a member</source>
        <translation>Scan to become a member</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DeliveryPanel</name>
    <message>
        <source>Deliver the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone and address. The fee follows the member&apos;s tier and the amount; the address is printed on the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone and address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken along after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods are taken along, no fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver the goods of this bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes by: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DemoPanel</name>
    <message>
        <source>A phone</source>
        <translation>A phone</translation>
    </message>
    <message>
        <source>These buttons do what a reader and cards would do.</source>
        <translation>These buttons do what a reader and cards would do.</translation>
    </message>
    <message>
        <source>Tap: %1</source>
        <translation>Tap: %1</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Take the card away</source>
        <translation>Take the card away</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Unplug</translation>
    </message>
    <message>
        <source>Unplug the reader</source>
        <translation>Unplug the reader</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Plug in</translation>
    </message>
    <message>
        <source>Plug the reader in</source>
        <translation>Plug the reader in</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>Demo cards</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DeviceCard</name>
    <message>
        <source>No reader or scanner yet</source>
        <translation>No reader or scanner yet</translation>
    </message>
    <message>
        <source>Add one on the left.</source>
        <translation>Add one on the left.</translation>
    </message>
    <message>
        <source>Nothing was read since the till started</source>
        <translation>Nothing was read since the till started</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>End the test</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>End the test of this device</source>
        <translation>End the test of this device</translation>
    </message>
    <message>
        <source>Test this device</source>
        <translation>Test this device</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Claim this device for the till</source>
        <translation>Claim this device for the till</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Release this device to other programs</source>
        <translation>Release this device to other programs</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove this device from the till</source>
        <translation>Remove this device from the till</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state, then what to do</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DeviceForm</name>
    <message>
        <source>Name, or empty for all</source>
        <translation>Name, or empty for all</translation>
    </message>
    <message>
        <source>Every reader of the smart card service, or those whose name begins so.</source>
        <translation>Every reader of the smart card service, or those whose name begins so.</translation>
    </message>
    <message>
        <source>Stripe reader or scanner on a serial line, with its speed in baud.</source>
        <translation>Stripe reader or scanner on a serial line, with its speed in baud.</translation>
    </message>
    <message>
        <source>A scanner that types. Never the keyboard that people type on.</source>
        <translation>A scanner that types. Never the keyboard that people type on.</translation>
    </message>
    <message>
        <source>A PN532 on a serial line, with its speed after a colon.</source>
        <translation>A PN532 on a serial line, with its speed after a colon.</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Add a device</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add the device</source>
        <translation>Add the device</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>Name of the device</translation>
    </message>
    <message>
        <source>Speed in baud</source>
        <translation>Speed in baud</translation>
    </message>
    <message>
        <source>Smart card</source>
        <translation>Smart card</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Serial</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>Keyboard scanner</translation>
    </message>
    <message>
        <source>NFC, serial</source>
        <translation>NFC, serial</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DevicesScreen</name>
    <message>
        <source>What state each reader was in, the newest first.</source>
        <translation>What state each reader was in, the newest first.</translation>
    </message>
    <message>
        <source>The readers are being examined…</source>
        <translation>The readers are being examined…</translation>
    </message>
    <message>
        <source>What keeps readers from working, and what to do.</source>
        <translation>What keeps readers from working, and what to do.</translation>
    </message>
    <message>
        <source>Readers and scanners</source>
        <translation>Readers and scanners</translation>
    </message>
    <message>
        <source>Readers and scanners of this till</source>
        <translation>Readers and scanners of this till</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Examine</translation>
    </message>
    <message>
        <source>Find what keeps readers from working</source>
        <translation>Find what keeps readers from working</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>History of the readers</source>
        <translation>History of the readers</translation>
    </message>
    <message>
        <source>Findings and history</source>
        <translation>Findings and history</translation>
    </message>
    <message>
        <source>Arrows choose a device, A adds one. A test takes one card or code away from the sale.</source>
        <translation>Arrows choose a device, A adds one. A test takes one card or code away from the sale.</translation>
    </message>
    <message>
        <source>Release a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Add a device</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::DiscountPanel</name>
    <message>
        <source>%1 less</source>
        <translation>%1 less</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Discount as a rate</source>
        <translation>Discount as a rate</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Discount as an amount of money</source>
        <translation>Discount as an amount of money</translation>
    </message>
    <message>
        <source>Rate to pay</source>
        <translation>Rate to pay</translation>
    </message>
    <message>
        <source>Amount less</source>
        <translation>Amount less</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90</translation>
    </message>
    <message>
        <source>What is paid of the price: 90 means 90%.</source>
        <translation>What is paid of the price: 90 means 90%.</translation>
    </message>
    <message>
        <source>How much less the whole bill costs.</source>
        <translation>How much less the whole bill costs.</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>No discount</translation>
    </message>
    <message>
        <source>Take the discount off again</source>
        <translation>Take the discount off again</translation>
    </message>
    <message>
        <source>Give the discount</source>
        <translation>Give the discount</translation>
    </message>
    <message>
        <source>Whole bill: %1</source>
        <translation>Whole bill: %1</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Whole bill</source>
        <translation>Whole bill</translation>
    </message>
    <message>
        <source>Discount on the whole bill</source>
        <translation>Discount on the whole bill</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>This line</translation>
    </message>
    <message>
        <source>Discount on the chosen line</source>
        <translation>Discount on the chosen line</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>New price</translation>
    </message>
    <message>
        <source>A new price for each piece</source>
        <translation>A new price for each piece</translation>
    </message>
    <message>
        <source>What one piece costs; at most the full price.</source>
        <translation>What one piece costs; at most the full price.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::FirstDayScreen</name>
    <message>
        <source>A test slip is on its way.</source>
        <translation>A test slip is on its way.</translation>
    </message>
    <message>
        <source>Printer, drawer, displays</source>
        <translation>Printer, drawer, displays</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>Print a test slip</translation>
    </message>
    <message>
        <source>Readers and scanners</source>
        <translation>Readers and scanners</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows font, width and cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet; a scanner that types needs no setting up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>%n set up</numerusform>
            <numerusform>%n set up</numerusform>
        </translation>
    </message>
    <message>
        <source>Cashiers, their PINs and badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same till, with your goods; nothing counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan an item, F11, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is made. What stands on the counter is set up and tried here; nothing has to be done in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc goes to the till; More, Settings, F opens this page again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::FloatPanel</name>
    <message>
        <source>Opening float</source>
        <translation>Opening float</translation>
    </message>
    <message>
        <source>The last shift left %1 in the drawer. Count it, and correct it where it differs.</source>
        <translation>The last shift left %1 in the drawer. Count it, and correct it where it differs.</translation>
    </message>
    <message>
        <source>How much change lies in the drawer? Esc begins with nothing.</source>
        <translation>How much change lies in the drawer? Esc begins with nothing.</translation>
    </message>
    <message>
        <source>Begin the shift</source>
        <translation>Begin the shift</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::GiftPanel</name>
    <message>
        <source>Goods for points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many points need the member&apos;s PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the member&apos;s card first, or find the member with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member&apos;s tier has no goods for points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose, Enter puts it on the bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normally %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member&apos;s PIN</source>
        <translation>Member&apos;s PIN</translation>
    </message>
    <message>
        <source>Confirm with the PIN</source>
        <translation>Confirm with the PIN</translation>
    </message>
    <message>
        <source>Put it on the bill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HeldPanel</name>
    <message>
        <source>Held bills</source>
        <translation>Held bills</translation>
    </message>
    <message>
        <source>No bill is held.</source>
        <translation>No bill is held.</translation>
    </message>
    <message>
        <source>Prices are computed again when a bill comes back.</source>
        <translation>Prices are computed again when a bill comes back.</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>Without a note</translation>
    </message>
    <message>
        <source>Cancel this bill</source>
        <translation>Cancel this bill</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>Take it up again</translation>
    </message>
    <message>
        <source>Headquarters cannot be reached: only this till&apos;s bills are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the bills of the other tills …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking headquarters for this bill …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HelpOverlay</name>
    <message>
        <source>Keys of this till</source>
        <translation>Keys of this till</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Close the help</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::HoldPanel</name>
    <message>
        <source>Hold the bill</source>
        <translation>Hold the bill</translation>
    </message>
    <message>
        <source>The bill waits here while others pay; F8 takes it up again. A few words help to find it.</source>
        <translation>The bill waits here while others pay; F8 takes it up again. A few words help to find it.</translation>
    </message>
    <message>
        <source>Note, may stay empty</source>
        <translation>Note, may stay empty</translation>
    </message>
    <message>
        <source>Note for the held bill</source>
        <translation>Note for the held bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LabelForm</name>
    <message>
        <source>Scan or type a label: here is what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prefixes cannot be read. Write 20-29, or 21, 25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 13 letters cannot be read. The usual ones: PPIIIIIAAAAAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 18 letters cannot be read. The usual ones: PPIIIIIAAAAAWWWWWC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label: it has %1 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label: its prefix %1 is not among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misread: the last digit should be %1. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1 kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. There is no such item in this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Sells %2: %3 for %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefixes of the scales&apos; labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>13 digits, a letter for each; empty: not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout of labels with 13 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 digits; empty: not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout of labels with 18 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P prefix · I item · A amount in fen · W weight in grams · C check digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a label; nothing is sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label to try</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LoginBand</name>
    <message>
        <source>Kahui</source>
        <translation>Kahui</translation>
    </message>
    <message>
        <source>Till and membership</source>
        <translation>Till and membership</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::LoginScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Staff code</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Demo store: the PIN is 123456 for all.
Cashier 1001 · leader 2001 · manager 9001</source>
        <translation>Demo store: the PIN is 123456 for all.
Cashier 1001 · leader 2001 · manager 9001</translation>
    </message>
    <message>
        <source>Sign in with your staff code and PIN, or tap your badge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: your own code and PIN.
Nothing you do here counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MainWindow</name>
    <message>
        <source>Kahui till</source>
        <translation>Kahui till</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ManagerScreen</name>
    <message>
        <source>Folder for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money and trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only members who agreed; show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All members; show only those who agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day or time before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day or time after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this report for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this report as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to the till</source>
        <translation type="unfinished">Back to the till</translation>
    </message>
    <message>
        <source>Member sales of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods: best sold, margins, promotions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members: tiers, segments, points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members who need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money and trust: what to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the chosen table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who bought within half a year; show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever they bought; show only who bought within half a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month, with its targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity log: who did what when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this report in short on the receipt printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <comment>for a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task for each member of this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupons</source>
        <comment>for a list</comment>
        <translation type="unfinished">Coupons</translation>
    </message>
    <message>
        <source>A coupon for each member of this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of this list; who did not agree to be addressed is passed over.</source>
        <translation>
            <numerusform>%n member of this list; who did not agree to be addressed is passed over.</numerusform>
            <numerusform>%n members of this list; who did not agree to be addressed is passed over.</numerusform>
        </translation>
    </message>
    <message>
        <source>F: spent at least, yuan in a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F: code, name or category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F: staff, member, receipt or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <comment>report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets and care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the targets and the steps of the care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose a row, Enter edits it, T shows the next part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite the members of this list to an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again to delete this campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this campaign, if it has not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this campaign and its cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n+ bills</source>
        <translation>
            <numerusform>%n+ bill</numerusform>
            <numerusform>%n+ bills</numerusform>
        </translation>
    </message>
    <message>
        <source>However many bills; show only who has two or more in a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who has two or more bills in a year; show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a call to this member showed: confirmed, dead, not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest about members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns: what they brought and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules in force, and the check list of the onboarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 9 choose a report, Page Up and Page Down a table, Enter opens the row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberCard</name>
    <message>
        <source>No member yet</source>
        <translation>No member yet</translation>
    </message>
    <message>
        <source>Tap the card on the reader at any time</source>
        <translation>Tap the card on the reader at any time</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>Find a member by phone</source>
        <translation>Find a member by phone</translation>
    </message>
    <message>
        <source>Take the member off this bill</source>
        <translation>Take the member off this bill</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>From this bill</source>
        <translation>From this bill</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Points pay %1</source>
        <translation>Points pay %1</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>Pay with points</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the guest join; the bill stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberDeskScreen</name>
    <message>
        <source>More than %1 members; ask for the full number.</source>
        <translation>More than %1 members; ask for the full number.</translation>
    </message>
    <message>
        <source>Choose by name. Ask the customer; do not read names out.</source>
        <translation>Choose by name. Ask the customer; do not read names out.</translation>
    </message>
    <message>
        <source>Full phone, its last four digits or member number; or tap the card. A new phone number leads to joining.</source>
        <translation>Full phone, its last four digits or member number; or tap the card. A new phone number leads to joining.</translation>
    </message>
    <message>
        <source>Card %1, %2</source>
        <translation>Card %1, %2</translation>
    </message>
    <message>
        <source>Member desk</source>
        <translation>Member desk</translation>
    </message>
    <message>
        <source>Phone, last four digits, number</source>
        <translation>Phone, last four digits, number</translation>
    </message>
    <message>
        <source>Find a member by phone, last four digits or number</source>
        <translation>Find a member by phone, last four digits or number</translation>
    </message>
    <message>
        <source>Onto the bill</source>
        <translation>Onto the bill</translation>
    </message>
    <message>
        <source>Put the member on the open bill</source>
        <translation>Put the member on the open bill</translation>
    </message>
    <message>
        <source>What the member has and did</source>
        <translation>What the member has and did</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>Gifts</translation>
    </message>
    <message>
        <source>Letters on the buttons and 1 to 6 work at once; Esc goes back a step.</source>
        <translation>Letters on the buttons and 1 to 6 work at once; Esc goes back a step.</translation>
    </message>
    <message>
        <source>Print a blank form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a blank application form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberEntry</name>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Phone or member number</source>
        <translation>Phone or member number</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Find the member</source>
        <translation>Find the member</translation>
    </message>
    <message>
        <source>Take off the bill</source>
        <translation>Take off the bill</translation>
    </message>
    <message>
        <source>Take the member off this bill</source>
        <translation>Take the member off this bill</translation>
    </message>
    <message>
        <source>Type the full phone, its last four digits or the member number, or tap the card.</source>
        <translation>Type the full phone, its last four digits or the member number, or tap the card.</translation>
    </message>
    <message>
        <source>Member desk</source>
        <translation>Member desk</translation>
    </message>
    <message>
        <source>Open the member desk</source>
        <translation>Open the member desk</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MemberForm</name>
    <message>
        <source>Phone, 11 digits</source>
        <translation>Phone, 11 digits</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Birthday, (YYYY)MMDD</source>
        <translation>Birthday, (YYYY)MMDD</translation>
    </message>
    <message>
        <source>Referrer: number, phone</source>
        <translation>Referrer: number, phone</translation>
    </message>
    <message>
        <source>Number of the paper form</source>
        <translation>Number of the paper form</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Receiver: number or phone</source>
        <translation>Receiver: number or phone</translation>
    </message>
    <message>
        <source>Code of the gift</source>
        <translation>Code of the gift</translation>
    </message>
    <message>
        <source>How many (1)</source>
        <translation>How many (1)</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>Code on the receipt</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>Old PIN of the member</source>
        <translation>Old PIN of the member</translation>
    </message>
    <message>
        <source>PIN of the member</source>
        <translation>PIN of the member</translation>
    </message>
    <message>
        <source>New PIN of the member</source>
        <translation>New PIN of the member</translation>
    </message>
    <message>
        <source>18+, agrees to terms</source>
        <translation>18+, agrees to terms</translation>
    </message>
    <message>
        <source>Wants messages</source>
        <translation>Wants messages</translation>
    </message>
    <message>
        <source>A company</source>
        <translation>A company</translation>
    </message>
    <message>
        <source>Lunar birthday</source>
        <translation>Lunar birthday</translation>
    </message>
    <message>
        <source>%1 Text of consent: version %2.</source>
        <translation>%1 Text of consent: version %2.</translation>
    </message>
    <message>
        <source>Is 18 or older and agrees to the terms</source>
        <translation>Is 18 or older and agrees to the terms</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Joins by: %1</source>
        <translation>Joins by: %1</translation>
    </message>
    <message>
        <source>Tapped card: %1</source>
        <translation>Tapped card: %1</translation>
    </message>
    <message>
        <source>No card tapped yet</source>
        <translation>No card tapped yet</translation>
    </message>
    <message>
        <source>This is beyond your right. A shift leader or manager signs with code and PIN.</source>
        <translation>This is beyond your right. A shift leader or manager signs with code and PIN.</translation>
    </message>
    <message>
        <source>Staff code of who allows it</source>
        <translation>Staff code of who allows it</translation>
    </message>
    <message>
        <source>PIN of who allows it</source>
        <translation>PIN of who allows it</translation>
    </message>
    <message>
        <source>Press again: %1</source>
        <translation>Press again: %1</translation>
    </message>
    <message>
        <source>Esc stops the writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was shown for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who joins buys for %1 today: the open bill, or a guest&apos;s receipt by its code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the window back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the customer type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the customer&apos;s window back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the customer type on the other window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan goods meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods scanned while the customer types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees to terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day, YYYYMMDD (none: no end)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax number (18 or 15)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::MorePanel</name>
    <message>
        <source>Dark colours</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>Lock the till</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>Demo cards</translation>
    </message>
    <message>
        <source>Language of this till</source>
        <translation>Language of this till</translation>
    </message>
    <message>
        <source>For bright or dim light</source>
        <translation>For bright or dim light</translation>
    </message>
    <message>
        <source>The bill stays; your PIN opens it</source>
        <translation>The bill stays; your PIN opens it</translation>
    </message>
    <message>
        <source>The bill stays for the next person</source>
        <translation>The bill stays for the next person</translation>
    </message>
    <message>
        <source>Tap a card without a reader</source>
        <translation>Tap a card without a reader</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Readers and scanners</source>
        <translation>Readers and scanners</translation>
    </message>
    <message>
        <source>Test, add, remove; what is wrong</source>
        <translation>Test, add, remove; what is wrong</translation>
    </message>
    <message>
        <source>Manager&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day, goods, members, lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value and count cards</source>
        <translation>Stored value and count cards</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>Open payments</translation>
    </message>
    <message>
        <source>Printer, drawer, displays</source>
        <translation>Printer, drawer, displays</translation>
    </message>
    <message>
        <source>Shift and drawer</source>
        <translation>Shift and drawer</translation>
    </message>
    <message>
        <source>Receipts of today</source>
        <translation>Receipts of today</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>Return without a receipt</translation>
    </message>
    <message>
        <source>Member desk</source>
        <translation>Member desk</translation>
    </message>
    <message>
        <source>Top up, use, history</source>
        <translation>Top up, use, history</translation>
    </message>
    <message>
        <source>By code, not settled yet</source>
        <translation>By code, not settled yet</translation>
    </message>
    <message>
        <source>Set up, test; what waits</source>
        <translation>Set up, test; what waits</translation>
    </message>
    <message>
        <source>Cash in and out, count, close</source>
        <translation>Cash in and out, count, close</translation>
    </message>
    <message>
        <source>Print a copy, open a bill again</source>
        <translation>Print a copy, open a bill again</translation>
    </message>
    <message>
        <source>Scan the goods first; a manager signs</source>
        <translation>Scan the goods first; a manager signs</translation>
    </message>
    <message>
        <source>Join, find, points, cards</source>
        <translation>Join, find, points, cards</translation>
    </message>
    <message>
        <source>Receipts and payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices, language, colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the real till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise; nothing counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff and PINs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here; your own PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the counter, practise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What headquarters tells the stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done, and by when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies, returns, announcements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt, labels, rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With their effect beside them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Club</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events, interests, draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and fee for the open bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and club</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done; events, interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments and feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, comment, answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods for points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points and money in one line; Alt+X</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NewsScreen</name>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters has announced nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcements of headquarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members may see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, D says that you have read it, Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NoticeBar</name>
    <message>
        <source>Take the last change back</source>
        <translation>Take the last change back</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::NumberPad</name>
    <message>
        <source>Digit %1</source>
        <translation>Digit %1</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>Clear the entry</source>
        <translation>Clear the entry</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Delete the last digit</translation>
    </message>
    <message>
        <source>Dash</source>
        <translation>Dash</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PageHead</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to the till</source>
        <translation type="unfinished">Back to the till</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PaymentsScreen</name>
    <message>
        <source>Nothing is open: every payment by code is settled.</source>
        <translation>Nothing is open: every payment by code is settled.</translation>
    </message>
    <message>
        <source>Ask until it is known. A paid one is finished with its bill, or reversed; it is never taken twice.</source>
        <translation>Ask until it is known. A paid one is finished with its bill, or reversed; it is never taken twice.</translation>
    </message>
    <message>
        <source>Open payments</source>
        <translation>Open payments</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Ask again whether it was paid</source>
        <translation>Ask again whether it was paid</translation>
    </message>
    <message>
        <source>Finish its bill</source>
        <translation>Finish its bill</translation>
    </message>
    <message>
        <source>Reverse it</source>
        <translation>Reverse it</translation>
    </message>
    <message>
        <source>Esc goes back to the bill.</source>
        <translation>Esc goes back to the bill.</translation>
    </message>
    <message>
        <source>Let the bill go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open payments by code and by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the bill go; the card gets back what was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is not here, and nobody knows whether it paid. Say why the bill goes without it; when the card is seen again it gets back what was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the bill goes without the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the points back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is not here, and nobody knows whether it got the points. Say why the account gets them back; when the card is seen again they are taken off it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PlanItemsPanel</name>
    <message>
        <source>New: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, benefits, draws or rules of the care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PlanPanel</name>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type yuan, per cent or a number; leave it empty for no target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type days: 7, or -7 for before; 2m 7 for two months and 7 days; 48h for hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care plan cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in anew with: kahuictl tasks template set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets, or the steps of the care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Press again to remove the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the signing day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated from the signing day; press for the first use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated from the first use; press for the signing day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing asks for a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes without a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing asks whether all was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing asks nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it stands what came of the month so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target, or empty for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say and to bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When: 7, -7, 2m 7 or 48h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets, or steps of the care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the step down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again to remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets, or the parts of the care plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::PointsPanel</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>Pay with points</translation>
    </message>
    <message>
        <source>The member has</source>
        <translation>The member has</translation>
    </message>
    <message>
        <source>This bill takes</source>
        <translation>This bill takes</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>Used now</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>All it takes</source>
        <translation>All it takes</translation>
    </message>
    <message>
        <source>Whole yuan</source>
        <translation>Whole yuan</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Use none</translation>
    </message>
    <message>
        <source>Use no points on this bill</source>
        <translation>Use no points on this bill</translation>
    </message>
    <message>
        <source>Points to use</source>
        <translation>Points to use</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>Member&apos;s PIN</source>
        <translation>Member&apos;s PIN</translation>
    </message>
    <message>
        <source>Confirm with the PIN</source>
        <translation>Confirm with the PIN</translation>
    </message>
    <message>
        <source>Headquarters confirmed %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this till since: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headquarters decides when you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline now: %1 placed here and %2 on trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the member&apos;s bound until headquarters confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this till&apos;s bound until headquarters confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the day&apos;s bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the balance is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more was spent than there was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing on trust any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this till was restored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::QuantityEntry</name>
    <message>
        <source>Quantity</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Now %1 %2, at %3</source>
        <translation>Now %1 %2, at %3</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>New quantity</translation>
    </message>
    <message>
        <source>Set quantity</source>
        <translation>Set quantity</translation>
    </message>
    <message>
        <source>%1 %2 may come back</source>
        <translation>%1 %2 may come back</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReasonForm</name>
    <message>
        <source>Why? It stands in the log and in the manager&apos;s lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason, typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Go on with this reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptForm</name>
    <message>
        <source>Paper 80 mm</source>
        <translation>Paper 80 mm</translation>
    </message>
    <message>
        <source>Paper 58 mm</source>
        <translation>Paper 58 mm</translation>
    </message>
    <message>
        <source>Width of the paper: %1</source>
        <translation>Width of the paper: %1</translation>
    </message>
    <message>
        <source>In English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of receipts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim code: printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim code: not printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines above the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo: a picture file on this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link of the QR code; empty: no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First line above the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second line above the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First line below the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second line below the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture file of the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link of the QR code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPanel</name>
    <message>
        <source>Next sale</source>
        <translation>Next sale</translation>
    </message>
    <message>
        <source>Back to the bill</source>
        <translation>Back to the bill</translation>
    </message>
    <message>
        <source>Paid and saved</source>
        <translation>Paid and saved</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Last receipt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>To pay %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>%1 points earned, balance %2</source>
        <translation>%1 points earned, balance %2</translation>
    </message>
    <message>
        <source>New tier: %1</source>
        <translation>New tier: %1</translation>
    </message>
    <message>
        <source>Refunded and saved</source>
        <translation>Refunded and saved</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>For receipt %1</source>
        <translation>For receipt %1</translation>
    </message>
    <message>
        <source>%1 points taken back, balance %2</source>
        <translation>%1 points taken back, balance %2</translation>
    </message>
    <message>
        <source>%1 points used</source>
        <translation>%1 points used</translation>
    </message>
    <message>
        <source>%1 points given back</source>
        <translation>%1 points given back</translation>
    </message>
    <message>
        <source>Tier is now %1</source>
        <translation>Tier is now %1</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>Topped up and saved</source>
        <translation>Topped up and saved</translation>
    </message>
    <message>
        <source>Copy number %1</source>
        <translation>Copy number %1</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Paid out %1</source>
        <translation>Paid out %1</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPaper</name>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Slip</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptPreview</name>
    <message>
        <source>How the receipt will look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReceiptsPanel</name>
    <message>
        <source>Receipts of today</source>
        <translation>Receipts of today</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <translation>Open again: %1</translation>
    </message>
    <message>
        <source>No receipt has this in its number or amount.</source>
        <translation>No receipt has this in its number or amount.</translation>
    </message>
    <message>
        <source>Arrows choose; a copy is marked and counted.</source>
        <translation>Arrows choose; a copy is marked and counted.</translation>
    </message>
    <message>
        <source>Part of the number, or the amount</source>
        <translation>Part of the number, or the amount</translation>
    </message>
    <message>
        <source>Search in the receipts of today</source>
        <translation>Search in the receipts of today</translation>
    </message>
    <message>
        <source>Void and open again</source>
        <translation>Void and open again</translation>
    </message>
    <message>
        <source>Void the bill and open it again</source>
        <translation>Void the bill and open it again</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Print a copy</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReportChart</name>
    <message>
        <source>, most: %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReportTable</name>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReturnEntry</name>
    <message>
        <source>Return goods</source>
        <translation>Return goods</translation>
    </message>
    <message>
        <source>Scan the receipt, or type its number. From the last receipt (Ctrl+R) the number is here already.</source>
        <translation>Scan the receipt, or type its number. From the last receipt (Ctrl+R) the number is here already.</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>Show the receipt</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReturnPanel</name>
    <message>
        <source>Press again: %1</source>
        <translation>Press again: %1</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>Goods come back</translation>
    </message>
    <message>
        <source>Choose what comes back: tick the line, or step for a part of it.</source>
        <translation>Choose what comes back: tick the line, or step for a part of it.</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Everything comes back</source>
        <translation>Everything comes back</translation>
    </message>
    <message>
        <source>The gift is here, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gift is here and comes back, too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ReturnTable</name>
    <message>
        <source>Lines of the receipt</source>
        <translation>Lines of the receipt</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::RoundingForm</name>
    <message>
        <source>nothing is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters sets the rounding for all stores; here it is only shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never up: the customer pays no more than the goods cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the jiao below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fen are dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 4 fen dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 to 9 fen stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the yuan below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jiao and fen are dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is paid in cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding applies to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer a top-up to members who have no more than</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SearchPanel</name>
    <message>
        <source>Type a part of the name, the first letters of its pinyin, or a code.</source>
        <translation>Type a part of the name, the first letters of its pinyin, or a code.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer letters.</source>
        <translation>Nothing found for “%1”. Try fewer letters.</translation>
    </message>
    <message numerus="yes">
        <source>The best %n; type more to narrow down.</source>
        <translation>
            <numerusform>The best %n; type more to narrow down.</numerusform>
            <numerusform>The best %n; type more to narrow down.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) found. Enter adds the marked one.</source>
        <translation>
            <numerusform>%n item found. Enter adds it.</numerusform>
            <numerusform>%n items found. Enter adds the marked one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, pinyin initials or code</source>
        <translation>Name, pinyin initials or code</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>Find an item</translation>
    </message>
    <message>
        <source>Found items</source>
        <translation>Found items</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to the bill</source>
        <translation>Back to the bill</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SetupWindow</name>
    <message>
        <source>Set up this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Headquarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Goods and members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands on receipts. The rules can be changed later, without a change to what was sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May do everything here, and lets others in. The PIN is kept nowhere in clear: note it safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Staff code</translation>
    </message>
    <message>
        <source>Name of the manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>A chain&apos;s till gets its number and its members from there. A store of its own goes on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word that headquarters gave for this register; good once, for 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods and members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files in UTF-8 with a header line. Good rows go in, the others are named below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only check the goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take goods in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take members in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that did not go in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file of goods or members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Line %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>kahuictl import names them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kahui till</source>
        <translation>Kahui till</translation>
    </message>
    <message>
        <source>Enter goes on. What is left out now can be done later with kahuictl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ShiftScreen</name>
    <message>
        <source>Open the drawer</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Close the shift</translation>
    </message>
    <message>
        <source>Read the shift report</source>
        <translation>Read the shift report</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Pay in</translation>
    </message>
    <message>
        <source>Change brought, money found</source>
        <translation>Change brought, money found</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Pay out</translation>
    </message>
    <message>
        <source>Small bills paid from the drawer</source>
        <translation>Small bills paid from the drawer</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>To the safe</translation>
    </message>
    <message>
        <source>Takings out of the drawer</source>
        <translation>Takings out of the drawer</translation>
    </message>
    <message>
        <source>Open without a sale</source>
        <translation>Open without a sale</translation>
    </message>
    <message>
        <source>The reason is noted</source>
        <translation>The reason is noted</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Opening float</translation>
    </message>
    <message>
        <source>What lies in the drawer at the start</source>
        <translation>What lies in the drawer at the start</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>Count and close</translation>
    </message>
    <message>
        <source>Blind count, difference, hand-over slip</source>
        <translation>Blind count, difference, hand-over slip</translation>
    </message>
    <message>
        <source>Why is it opened?</source>
        <translation>Why is it opened?</translation>
    </message>
    <message>
        <source>What the drawer should hold is shown after it is counted.</source>
        <translation>What the drawer should hold is shown after it is counted.</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the slip of the last shift again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ShopSettingsScreen</name>
    <message>
        <source>Change the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved; the next receipt has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the labels of scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved; this till begins in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt, labels, rounding, language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Paper, lines, codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And small balances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole till changes at once and begins in this language from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts before and after rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this till. Esc goes back.</source>
        <translation>Settings of this till. Esc goes back.</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::SidePanel</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::StaffScreen</name>
    <message>
        <source>by the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for this person alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights of this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Give a badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the badge away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my own PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Staff code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN, or empty: as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each act at the till carries the name of who did it. A badge signs in without typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space on a right gives or takes it for this person alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Nobody else needs to know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::StartErrorWindow</name>
    <message>
        <source>Kahui cannot start</source>
        <translation>Kahui cannot start</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TalkScreen</name>
    <message>
        <source>announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>gone with the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is announced, planned or complained of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for an answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no member number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number on the card; a guest has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own member may comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members may comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members may not comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close to members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members may not comment any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be said for the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments and feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcements, events and feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments, oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member number; a guest has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member number of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save the comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment for the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, letters on the buttons work at once, Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TaskForm</name>
    <message>
        <source>Due: 0315, 0315 1130, or days from now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score, 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next task, if any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing day: 0301, or empty for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First use: 0315 1100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of the coupon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least bill, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for days, or empty for 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the onboarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupons for the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 0315 for 15 March, 0315 1130 with a time, or 7 for a week from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a figure from 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no amount of a coupon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type yuan, for example 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no amount of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type yuan, for example 50, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no number of days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a figure from 1 to 366, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of coupons needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type why, in a few words; the log keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no member number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it as it stands on the card or at the member desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 0301 for 1 March, or leave it empty for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 0315 for 15 March, 0315 1100 with the time of its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task has no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For tiers: GLD PLT; empty: all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TasksScreen</name>
    <message>
        <source>Nothing is to be done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has no care plan yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of task: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tasks that are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks that are closed, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of all members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and benefits of this member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arranged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the member of this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose a task, D closes it, M moves it, Enter opens the member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager makes it in the manager&apos;s view: Month, then E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose this task, or leave it out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Press again to delete %n task(s)</source>
        <translation>
            <numerusform>Press again to delete %n task</numerusform>
            <numerusform>Press again to delete %n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the chosen tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TenderPanel</name>
    <message>
        <source>To pay %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>rounded %1</source>
        <translation>rounded %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>Exact: %1</source>
        <translation>Exact: %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Taken: %1</translation>
    </message>
    <message>
        <source>All is paid</source>
        <translation>All is paid</translation>
    </message>
    <message>
        <source>The bill is not saved yet: press Enter.</source>
        <translation>The bill is not saved yet: press Enter.</translation>
    </message>
    <message>
        <source>Stored value %1</source>
        <translation>Stored value %1</translation>
    </message>
    <message>
        <source>No stored value</source>
        <translation>No stored value</translation>
    </message>
    <message>
        <source>It pays as much as there is; the rest stays open.</source>
        <translation>It pays as much as there is; the rest stays open.</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card before payment, or top it up first.</source>
        <translation>Tap the member&apos;s card before payment, or top it up first.</translation>
    </message>
    <message>
        <source>Save the bill</source>
        <translation>Save the bill</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>Pay this part next</source>
        <translation>Pay this part next</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>This part</source>
        <translation>This part</translation>
    </message>
    <message>
        <source>Pay by: %1</source>
        <translation>Pay by: %1</translation>
    </message>
    <message>
        <source>Or scan the customer&apos;s payment code.</source>
        <translation>Or scan the customer&apos;s payment code.</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>Slip number</translation>
    </message>
    <message>
        <source>Reference number of the card slip</source>
        <translation>Reference number of the card slip</translation>
    </message>
    <message>
        <source>Reference number of the terminal&apos;s slip, 4 to 12 signs. Never the card number.</source>
        <translation>Reference number of the terminal&apos;s slip, 4 to 12 signs. Never the card number.</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>Voucher number</translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation>Number of the voucher</translation>
    </message>
    <message>
        <source>Its number, 4 to 12 signs. Its value is split off first where it is less.</source>
        <translation>Its number, 4 to 12 signs. Its value is split off first where it is less.</translation>
    </message>
    <message>
        <source>Member&apos;s PIN</source>
        <translation>Member&apos;s PIN</translation>
    </message>
    <message>
        <source>Amount of the next part</source>
        <translation>Amount of the next part</translation>
    </message>
    <message>
        <source>Type the next part, then choose how it is paid or scan a code.</source>
        <translation>Type the next part, then choose how it is paid or scan a code.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Ask again whether it was paid</source>
        <translation>Ask again whether it was paid</translation>
    </message>
    <message>
        <source>Reverse the payment</source>
        <translation>Reverse the payment</translation>
    </message>
    <message>
        <source>Set the bill aside</source>
        <translation>Set the bill aside</translation>
    </message>
    <message>
        <source>Set the bill aside until it is known</source>
        <translation>Set the bill aside until it is known</translation>
    </message>
    <message>
        <source>Points on card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay with the %1 points on the card, worth %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TopBar</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo cards</source>
        <translation>Demo cards</translation>
    </message>
    <message>
        <source>Tap a demo card</source>
        <translation>Tap a demo card</translation>
    </message>
    <message numerus="yes">
        <source>%n open payment(s)</source>
        <translation>
            <numerusform>%n open payment</numerusform>
            <numerusform>%n open payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) by code are not settled: show the list</source>
        <translation>
            <numerusform>%n payment by code is not settled: show the list</numerusform>
            <numerusform>%n payments by code are not settled: show the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TotalsCard</name>
    <message>
        <source>To pay %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>Full price</source>
        <translation>Full price</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>To pay</translation>
    </message>
</context>
<context>
    <name>kahui::widgets::TrainingFrame</name>
    <message>
        <source>Training: nothing counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::ValueScreen</name>
    <message>
        <source>This is not an amount of money.</source>
        <translation>This is not an amount of money.</translation>
    </message>
    <message>
        <source>Type what the member pays, for example 500.</source>
        <translation>Type what the member pays, for example 500.</translation>
    </message>
    <message>
        <source>Stored value: %1</source>
        <translation>Stored value: %1</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>Tap the member&apos;s card at the checkout first.</source>
        <translation>Tap the member&apos;s card at the checkout first.</translation>
    </message>
    <message>
        <source>of it bonus %1</source>
        <translation>of it bonus %1</translation>
    </message>
    <message>
        <source>Nothing was ever topped up.</source>
        <translation>Nothing was ever topped up.</translation>
    </message>
    <message>
        <source>Top up: what the member pays</source>
        <translation>Top up: what the member pays</translation>
    </message>
    <message>
        <source>%1 by bank card: reference of the slip</source>
        <translation>%1 by bank card: reference of the slip</translation>
    </message>
    <message>
        <source>Close it: a manager&apos;s staff code</source>
        <translation>Close it: a manager&apos;s staff code</translation>
    </message>
    <message>
        <source>Close it: the manager&apos;s PIN</source>
        <translation>Close it: the manager&apos;s PIN</translation>
    </message>
    <message>
        <source>No bonus; %1 afterwards.</source>
        <translation>No bonus; %1 afterwards.</translation>
    </message>
    <message>
        <source>Bonus %1 (%2); %3 afterwards.</source>
        <translation>Bonus %1 (%2); %3 afterwards.</translation>
    </message>
    <message>
        <source>Top up in cash</source>
        <translation>Top up in cash</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>By bank card</source>
        <translation>By bank card</translation>
    </message>
    <message>
        <source>Top up by bank card</source>
        <translation>Top up by bank card</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>Close the stored value and pay out the principal</source>
        <translation>Close the stored value and pay out the principal</translation>
    </message>
    <message>
        <source>Count cards</source>
        <translation>Count cards</translation>
    </message>
    <message>
        <source>Use once</source>
        <translation>Use once</translation>
    </message>
    <message>
        <source>Use the chosen count card once</source>
        <translation>Use the chosen count card once</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>History of stored value and count cards</source>
        <translation>History of stored value and count cards</translation>
    </message>
    <message>
        <source>Enter tops up. Esc goes back.</source>
        <translation>Enter tops up. Esc goes back.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Headquarters confirmed %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this till since: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline now: %1 to pay with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kahui::widgets::WhyPanel</name>
    <message>
        <source>whole bill</source>
        <translation>whole bill</translation>
    </message>
    <message>
        <source>Full price %1, paid %2</source>
        <translation>Full price %1, paid %2</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Why this price</translation>
    </message>
    <message>
        <source>Rules tried on this line</source>
        <translation>Rules tried on this line</translation>
    </message>
</context>
</TS>
