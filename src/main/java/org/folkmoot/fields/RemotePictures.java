package org.folkmoot.fields;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.folkmoot.web.Outward;
import org.folkmoot.web.PublicAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gets a picture from the net, if that can be done without harm: only from public addresses,
/// which holds for every step of a redirection, within limits of size and time, and drawn anew.
@Component
class RemotePictures implements AutoCloseable {

    static final int LARGEST = 512 * 1024;
    private static final int STEPS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final CloseableHttpClient client;
    private final List<String> schemes;

    RemotePictures() {
        this(PublicAddresses.ONLY, List.of("https"));
    }

    RemotePictures(PublicAddresses addresses, List<String> schemes) {
        this.schemes = schemes;
        this.client =
                Outward.client(addresses, Duration.ofSeconds(15), Duration.ofSeconds(5))
                        .disableContentCompression()
                        .build();
    }

    /// What came of it.
    ///
    /// @param picture null when it could not be had
    /// @param why then, in words for the team; else empty
    /// @param again whether another try may help
    record Got(@Nullable SmallPicture picture, String why, boolean again) {}

    Got get(String address) {
        var end = System.nanoTime() + LONGEST.toNanos();
        var here = address;
        for (int step = 0; step <= STEPS; step++) {
            URI uri;
            try {
                uri = URI.create(here);
            } catch (IllegalArgumentException e) {
                return refused("Its address cannot be read.");
            }
            if (uri.getScheme() == null
                    || !schemes.contains(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getUserInfo() != null) {
                return refused("Its address is not one of https.");
            }
            try {
                var answer = client.execute(new HttpGet(uri), got -> read(got, end));
                if (answer.got() != null) {
                    return answer.got();
                }
                here = uri.resolve(answer.next()).toString();
            } catch (java.net.UnknownHostException e) {
                return refused("Its address leads nowhere in the public net.");
            } catch (IOException e) {
                return new Got(null, "Its server did not answer as it should.", true);
            } catch (IllegalArgumentException e) {
                return refused("It was sent on to an address that cannot be read.");
            }
        }
        return refused("It was sent on too often.");
    }

    /// @param next where it was sent on to, if `got` is null
    private record Answer(@Nullable Got got, String next) {}

    private static Answer read(ClassicHttpResponse response, long end) throws IOException {
        int code = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (code >= 300 && code < 400 && location != null) {
            return new Answer(null, location.getValue());
        }
        if (code != 200 || response.getEntity() == null) {
            return new Answer(
                    new Got(
                            null,
                            "Its server answered %d.".formatted(code),
                            code == 429 || code >= 500),
                    "");
        }
        byte[] bytes;
        try (var in = response.getEntity().getContent()) {
            bytes = atMost(in, end);
        }
        if (bytes.length > LARGEST) {
            return new Answer(refused("It is larger than 512 KB."), "");
        }
        return new Answer(
                SmallPicture.of(bytes)
                        .map(p -> new Got(p, "", false))
                        .orElseGet(() -> refused("It is no picture that we can read.")),
                "");
    }

    /// Up to one byte more than may be; whoever sends drop by drop is given up.
    private static byte[] atMost(InputStream in, long end) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > LARGEST) {
                break;
            }
            if (System.nanoTime() > end) {
                throw new IOException(
                        "It took longer than %d s"
                                .formatted(TimeUnit.NANOSECONDS.toSeconds(LONGEST.toNanos())));
            }
        }
        return out.toByteArray();
    }

    private static Got refused(String why) {
        return new Got(null, why, false);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
