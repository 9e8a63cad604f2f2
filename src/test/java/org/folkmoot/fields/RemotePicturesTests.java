package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.folkmoot.web.PublicAddresses;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class RemotePicturesTests {

    static PictureServer server;
    static RemotePictures near;

    @BeforeAll
    static void open() throws IOException {
        server = new PictureServer();
        near = PictureServer.near();
    }

    @AfterAll
    static void close() throws IOException {
        near.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ada.png", "/grace.jpg", "/moved"})
    void aPictureIsDrawnAnewSmallAndSquare(String path) throws IOException {
        var got = near.get(server.at(path));
        assertThat(got.why()).isEmpty();
        var drawn = ImageIO.read(new ByteArrayInputStream(got.picture().bytes()));
        assertThat(drawn.getWidth()).isEqualTo(96);
        assertThat(drawn.getHeight()).isEqualTo(96);
        assertThat(got.picture().digest()).matches("[0-9a-f]{32}");
    }

    @Test
    void noneOfTheForeignBytesAreLeft() {
        var foreign = PictureServer.picture("png", 100, 100, Color.RED);
        var hidden = "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var both = Arrays.copyOf(foreign, foreign.length + hidden.length);
        System.arraycopy(hidden, 0, both, foreign.length, hidden.length);
        var ours = SmallPicture.of(both).orElseThrow().bytes();
        assertThat(new String(ours, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
        assertThat(SmallPicture.type(ours)).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "/inside, leads nowhere in the public net, false",
        "/file, not one of https, false",
        "/round, sent on too often, false",
        "/script, no picture that we can read, false",
        "/broken, no picture that we can read, false",
        "/huge, larger than 512 KB, false",
        "/none, answered 404, false",
        "/busy, answered 503, true"
    })
    void whatDoesHarmOrIsNoPictureIsRefused(String path, String why, boolean again) {
        var got = near.get(server.at(path));
        assertThat(got.picture()).isNull();
        assertThat(got.why()).contains(why);
        assertThat(got.again()).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.png",
                "https://localhost/a.png",
                "https://[::1]/a.png",
                "https://10.1.2.3/a.png",
                "https://169.254.169.254/latest/meta-data",
                "https://0x7f000001/a.png",
                "https://2130706433/a.png"
            })
    void outsideOfTestsNothingPrivateIsConnectedTo(String address) throws IOException {
        try (var strict = new RemotePictures()) {
            var got = strict.get(address);
            assertThat(got.picture()).isNull();
            assertThat(got.why()).contains("nowhere in the public net");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://avatars.example/a.png",
                "https://user:word@avatars.example/a.png",
                "file:///etc/passwd",
                "gopher://x/",
                "a b",
                "//avatars.example/a.png",
                ""
            })
    void onlyPlainAddressesOfHttpsAreAskedFor(String address) throws IOException {
        try (var strict = new RemotePictures()) {
            assertThat(strict.get(address).why()).startsWith("Its address");
        }
    }

    @Test
    void aServerInsideIsNeverAskedByTheHouseItself() throws IOException {
        try (var strict = new RemotePictures(PublicAddresses.ONLY, List.of("http", "https"))) {
            var before = server.asked("/ada.png");
            assertThat(strict.get(server.at("/ada.png")).picture()).isNull();
            assertThat(server.asked("/ada.png")).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2606:4700::1111, true",
        "0.0.0.0, false",
        "10.0.0.1, false",
        "100.64.0.1, false",
        "127.0.0.53, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "192.0.2.1, false",
        "192.168.1.1, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "fc00::1, false",
        "fe80::1, false",
        "2001:db8::1, false",
        "2001::1, false",
        "2002:a00:1::, false",
        "ff02::1, false"
    })
    void publicIsWhatTheRegistriesCallGlobal(String address, boolean open) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isEqualTo(open);
    }
}
