package org.folkmoot.sources.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.folkmoot.connectors.mail.MailAnswers;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Sockets;
import org.jspecify.annotations.Nullable;

/// A mailbox on an IMAP server, opened so that nothing in it can be changed: not even what was read
/// is marked as read.
final class Mailbox implements AutoCloseable {

    private static final int MOST = 200;
    private static final long MOST_BYTES = 16L << 20;
    private static final long FIRST_SPAN = 1_000;

    private final Store store;

    private Mailbox(Store store) {
        this.store = store;
    }

    static Mailbox open(Connection connection, Sockets sockets) throws MessagingException {
        var dial = Dial.of(connection, MailConnector.IMAP);
        var store = dial.session(sockets, true, "").getStore("imap");
        store.connect(
                dial.host(),
                dial.port(),
                connection.setting("user"),
                connection.token(MailConnector.PASSWORD));
        return new Mailbox(store);
    }

    /// A mail as it lies there.
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Letter(byte[] bytes, boolean cut, @Nullable Instant arrived, long uid) {}

    /// Some mails, the oldest first.
    ///
    /// @param more whether there are more at once
    record Page(List<Letter> letters, At.Spot next, boolean more) {}

    /// Those after a spot.
    ///
    /// @param since from when on mails are wanted, where nothing was read before
    Page page(String name, At.@Nullable Spot spot, Instant since)
            throws MessagingException, IOException {
        try (var folder = folder(name)) {
            var numbers = (UIDFolder) folder;
            var validity = numbers.getUIDValidity();
            var from =
                    spot != null && spot.validity() == validity
                            ? spot.uid()
                            : before(folder, since);
            var end = next(folder);
            var span = FIRST_SPAN;
            while (from + 1 < end) {
                var to = Math.min(from + span, end - 1);
                var found = numbers.getMessagesByUID(from + 1, to);
                if (found.length > 0) {
                    return read(folder, found, validity, to, end);
                }
                from = to;
                span *= 4;
            }
            return new Page(List.of(), new At.Spot(validity, from), false);
        }
    }

    /// The number that the next mail gets, also where the server does not tell it.
    private static long next(Folder folder) throws MessagingException {
        var told = ((UIDFolder) folder).getUIDNext();
        var count = folder.getMessageCount();
        return told > 0
                ? told
                : count == 0 ? 1 : ((UIDFolder) folder).getUID(folder.getMessage(count)) + 1;
    }

    /// The last number before what is wanted.
    private static long before(Folder folder, Instant since) throws MessagingException {
        if (since.equals(Instant.EPOCH)) {
            return 0;
        }
        var wanted = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
        return wanted.length == 0 ? next(folder) - 1 : ((UIDFolder) folder).getUID(wanted[0]) - 1;
    }

    private static Page read(Folder folder, Message[] found, long validity, long to, long end)
            throws MessagingException, IOException {
        var some = new ArrayList<Message>(List.of(found).subList(0, Math.min(MOST, found.length)));
        fetch(folder, some);
        var chosen = new ArrayList<Message>();
        var size = 0L;
        for (var one : some) {
            size += Math.max(0, one.getSize());
            if (size > MOST_BYTES && !chosen.isEmpty()) {
                break;
            }
            chosen.add(one);
        }
        var letters = new ArrayList<Letter>();
        for (var one : chosen) {
            letter(folder, one).ifPresent(letters::add);
        }
        var all = chosen.size() == found.length;
        var last = all ? to : ((UIDFolder) folder).getUID(chosen.getLast());
        return new Page(letters, new At.Spot(validity, last), last + 1 < end);
    }

    /// How large each is, when it came, and its number: the envelope brings the time along.
    private static void fetch(Folder folder, List<Message> some) throws MessagingException {
        var wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.SIZE);
        wanted.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(some.toArray(Message[]::new), wanted);
    }

    private static Optional<Letter> letter(Folder folder, Message one)
            throws MessagingException, IOException {
        try {
            var arrived = one.getReceivedDate();
            var at = arrived == null ? null : arrived.toInstant();
            var out = new Start(MailAnswers.LONGEST);
            var cut = !out.take(one);
            return Optional.of(
                    new Letter(out.toByteArray(), cut, at, ((UIDFolder) folder).getUID(one)));
        } catch (MessageRemovedException e) {
            return Optional.empty(); // somebody deleted it meanwhile
        }
    }

    /// The mail of that Message-ID, if it lies in one of the folders.
    Optional<Met> find(List<String> folders, String id) throws MessagingException {
        for (var name : folders) {
            try (var folder = folder(name)) {
                for (var one : folder.search(new HeaderTerm("Message-ID", "<" + id + ">"))) {
                    return Optional.of(Met.of(one));
                }
            }
        }
        return Optional.empty();
    }

    /// How many mails lie in a folder.
    int count(String name) throws MessagingException {
        try (var folder = folder(name)) {
            return folder.getMessageCount();
        }
    }

    private Folder folder(String name) throws MessagingException {
        var folder = store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        return folder;
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
