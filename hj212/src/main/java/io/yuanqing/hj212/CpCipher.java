package io.yuanqing.hj212;

/**
 * The block cipher of an encrypted CP with one logger's key built in: SM4 with a key of 16 bytes, ECB, no padding (HJ
 * 212-2025 clause 6.4). The JDK has no SM4 and this library needs the JDK alone, so whoever uses it brings the cipher.
 *
 * <p>Both methods take whole blocks of 16 bytes, none included, leave the array as it is and return a new one of the same
 * length. They never fail for such an array. They may be called from several threads.
 */
public interface CpCipher {

    /** Bytes of a block. */
    int BLOCK = 16;

    /** The cipher text of whole blocks of 16 bytes, as long as they are. */
    byte[] encrypt(byte[] wholeBlocks);

    /** The plain text of whole blocks of 16 bytes; of a wrong key, any bytes. */
    byte[] decrypt(byte[] wholeBlocks);
}
