package org.folkmoot.orbit;

import java.io.ByteArrayOutputStream;

/// What each account did on one day, in as few bytes as it needs: the gap to the account before,
/// seven bits a byte with the eighth saying that more follow; then each kind in one byte, of which
/// bit 7 says that a count follows and bit 6 that it is the account's last.
final class DaySheet {

    private static final int COUNTED = 0x80;
    private static final int LAST = 0x40;

    private DaySheet() {}

    /// Takes one kind that an account did so many times.
    interface Taker {
        void did(long account, int kind, int times);
    }

    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        private long account;
        private int kind = -1;
        private int times;

        /// Accounts come in the order of their numbers.
        void did(long by, int what, int often) {
            if (kind >= 0) {
                flush(by != account);
            }
            if (kind < 0 || by != account) {
                number(by - account);
                account = by;
            }
            kind = what;
            times = often;
        }

        private void flush(boolean last) {
            out.write(kind | (last ? LAST : 0) | (times > 1 ? COUNTED : 0));
            if (times > 1) {
                number(times);
            }
        }

        private void number(long number) {
            long rest = number;
            while (rest >>> 7 != 0) {
                out.write((int) (rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] bytes() {
            if (kind >= 0) {
                flush(true);
                kind = -1;
            }
            return out.toByteArray();
        }
    }

    static void read(byte[] body, Taker taker) {
        int next = 0;
        long account = 0;
        boolean fresh = true;
        while (next < body.length) {
            if (fresh) {
                int shift = 0;
                byte b;
                do {
                    b = body[next++];
                    account += (b & 0x7fL) << shift;
                    shift += 7;
                } while (b < 0);
            }
            int head = body[next++];
            int times = 1;
            if ((head & COUNTED) != 0) {
                times = 0;
                int shift = 0;
                byte b;
                do {
                    b = body[next++];
                    times += (b & 0x7f) << shift;
                    shift += 7;
                } while (b < 0);
            }
            taker.did(account, head & 0x3f, times);
            fresh = (head & LAST) != 0;
        }
    }
}
