package org.folkmoot.fields;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A picture drawn anew, small and square: none of the bytes that came from outside are left.
///
/// @param digest of the bytes, by which it is served
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
record SmallPicture(String digest, byte[] bytes) {

    static final int SIDE = 96;
    private static final int WIDEST = 4096;

    /// Empty for what is no PNG, JPEG, GIF or BMP, is broken, or is larger than 4,096 pixels a
    /// side.
    static Optional<SmallPicture> of(byte[] foreign) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(foreign))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return drawn(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // decoders answer broken pictures with all kinds of exceptions
            return Optional.empty();
        }
    }

    private static Optional<SmallPicture> drawn(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || width > WIDEST || height > WIDEST) {
            return Optional.empty();
        }
        var picture = reader.read(0);
        var clear = picture.getColorModel().hasAlpha();
        var side = Math.min(width, height);
        var small =
                new BufferedImage(
                        SIDE,
                        SIDE,
                        clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        var square =
                picture.getSubimage((width - side) / 2, (height - side) / 2, side, side)
                        .getScaledInstance(SIDE, SIDE, Image.SCALE_AREA_AVERAGING);
        pen.drawImage(square, 0, 0, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, clear ? "png" : "jpg", out);
        return Optional.of(new SmallPicture(digest(out.toByteArray()), out.toByteArray()));
    }

    /// `image/png` or `image/jpeg`.
    static String type(byte[] ours) {
        return ours[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
    }

    static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
