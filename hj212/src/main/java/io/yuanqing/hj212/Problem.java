package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * Something about a frame that is not as the standard says.
 *
 * @param error whether the frame cannot be taken as data; otherwise it is a warning
 * @param message in plain English, with the values
 * @param messageZh the same in Chinese
 * @param at offset of the place in {@link Decoded#plain}
 * @param declared what the frame says (a length, a CRC, a value), if it says something
 * @param actual what was counted or computed
 * @param cause what the device seems to do wrong, in English; only where the arithmetic shows it, else null
 * @param causeZh the same in Chinese
 */
public record Problem(
        Code code,
        boolean error,
        String message,
        String messageZh,
        int at,
        @Nullable String declared,
        @Nullable String actual,
        @Nullable String cause,
        @Nullable String causeZh) {

    /**
     * The catalogue: one fault, one code. Clauses are those of HJ 212-2017 unless another edition is named; 2025 keeps
     * the numbers of clause 6.3.
     */
    public enum Code {
        /** Error: no {@code ##}, so no frame. */
        NOISE(true, "bytes that belong to no frame", "不属于任何报文的字节", "6.3.1: a frame begins with ##", "6.3.1：数据包以 ## 开头"),
        /** Error: no digit stands behind {@code ##}. */
        LENGTH_MISSING(
                true,
                "no length",
                "缺少数据段长度",
                "6.3.1, table 2: four decimal digits follow ##",
                "6.3.1 表 2：## 之后为 4 位十进制长度"),
        /** Warning: the length has one to three or five to nine digits; it is read as the number it is. */
        LENGTH_DIGITS(
                false,
                "the length has not four digits",
                "长度不是 4 位数字",
                "6.3.1, table 2: four decimal digits, with leading zeros",
                "6.3.1 表 2：4 位十进制数字，不足补零"),
        /** Warning: the length counts Chinese characters as one byte each. */
        LENGTH_IN_CHARACTERS(
                false,
                "the length counts characters, not bytes",
                "长度按字符而不是按字节计算",
                "6.3.1, table 2: the length of the data segment; Chinese text takes several bytes a character",
                "6.3.1 表 2：数据段的长度；一个汉字占多个字节"),
        /**
         * Error: the length is not the number of bytes of the data segment; the cause says what it counts where one sum
         * fits.
         */
        LENGTH_MISMATCH(
                true,
                "the length is not the data segment's",
                "长度与数据段不符",
                "6.3.1, table 2: the length counts the data segment alone, from QN to the closing &&",
                "6.3.1 表 2：长度只计数据段，从 QN 到结尾的 &&"),
        /** Warning: the length is wrong, the CRC fits, and {@link LengthPolicy#ACCEPT_IF_CRC_FITS} takes the frame. */
        LENGTH_ACCEPTED(
                false,
                "the length is not the data segment's, and is accepted for this device since the CRC fits",
                "长度与数据段不符，但校验码相符，该设备已设为接受",
                "6.3.1, table 2: the length counts the data segment alone, from QN to the closing &&",
                "6.3.1 表 2：长度只计数据段，从 QN 到结尾的 &&"),
        /** Warning: the data segment has more than 1,024 bytes. */
        SEGMENT_LONG(
                false,
                "the data segment is too long",
                "数据段过长",
                "6.3.1, table 2: at most 1,024 bytes; longer messages are split by PNUM and PNO",
                "6.3.1 表 2：数据段最多 1024 字节，超出时用 PNUM、PNO 分包"),
        /** Warning, beside an error: within the data segment another frame begins. */
        FRAME_INSIDE(
                false,
                "another frame begins within this one",
                "报文中间出现了另一个报文的开头",
                "6.3.1: a frame is complete before the next begins",
                "6.3.1：一个数据包发送完整之后才能发送下一个"),
        /** Error: nothing stands where the CRC should: the frame was cut off, or the device sends none. */
        TRUNCATED(
                true,
                "the frame stops before its CRC",
                "报文在校验码之前中断",
                "6.3.1, table 2: four digits of CRC and CR LF end the frame",
                "6.3.1 表 2：数据包以 4 位校验码和回车换行结束"),
        /** Warning: one to three digits stand for the CRC. They are read as the number they are. */
        CRC_DIGITS(
                false,
                "the CRC has not four digits",
                "校验码不是 4 位",
                "appendix A: four hexadecimal digits, with leading zeros",
                "附录 A：4 位十六进制数字，不足补零"),
        /**
         * Error: the CRC is not that of the data segment; the cause names the algorithm or the bytes where they can be
         * told.
         */
        CRC_MISMATCH(
                true,
                "the CRC does not fit",
                "校验码不符",
                "6.3.1, appendix A: HJ 212's CRC16 over the data segment",
                "6.3.1、附录 A：对数据段计算的 HJ 212 CRC16"),
        /**
         * Warning: the CRC is Modbus's; beside {@link #CRC_MISMATCH} it explains, with {@link CrcPolicy#ACCEPT_MODBUS}
         * it stands alone.
         */
        CRC_MODBUS(
                false,
                "the CRC is Modbus's",
                "校验码是 Modbus 算法的",
                "appendix A: the register's low byte is thrown away before each byte is taken in",
                "附录 A：每取一个字节之前舍去寄存器的低字节"),
        /** Warning: the CRC is HJ 212's with the low byte first, accepted by {@link CrcPolicy#ACCEPT_MODBUS}. */
        CRC_SWAPPED(false, "the CRC's bytes are swapped", "校验码高低字节颠倒", "appendix A: high byte first", "附录 A：高字节在前"),
        /**
         * Warning: the CRC does not fit, or is not there, and {@link CrcPolicy#IGNORE} takes the frame all the same.
         */
        CRC_IGNORED(
                false,
                "the CRC does not fit, and is ignored for this device",
                "校验码不符，但该设备已设为不校验",
                "6.3.1, appendix A: HJ 212's CRC16 over the data segment",
                "6.3.1、附录 A：对数据段计算的 HJ 212 CRC16"),
        /** Error: no CN, so that nobody knows what the packet says. */
        HEADER_UNREADABLE(true, "no CN", "缺少命令编码 CN", "6.3.2, table 3: CN names the command", "6.3.2 表 3：CN 为命令编码"),
        /** Warning: a piece of the header has no {@code =}; it is left out. */
        HEADER_FIELD(
                false,
                "something in the header is not name=value",
                "报文头中有内容不是“名称=值”",
                "6.3.2: fields are name=value, separated by ;",
                "6.3.2：字段为“名称=值”，以 ; 分隔"),
        /**
         * Warning: a name of the header comes again; {@code declared} is the later value, {@code actual} the first,
         * which counts.
         */
        HEADER_FIELD_REPEATED(
                false,
                "a header field comes twice",
                "报文头字段重复",
                "6.3.2, table 3: each field stands once",
                "6.3.2 表 3：每个字段只出现一次"),
        /** Warning: QN is no time of 17 digits; it is echoed as it is. */
        QN_UNREADABLE(
                false,
                "QN is no time",
                "QN 不是时间",
                "6.3.2, table 3: QN is a time with milliseconds, yyyyMMddHHmmssSSS",
                "6.3.2 表 3：QN 为精确到毫秒的时间 yyyyMMddHHmmssSSS"),
        /** Warning: the header has no ST. */
        ST_MISSING(false, "no ST", "缺少系统编码 ST", "6.3.2, table 3: ST names the system", "6.3.2 表 3：ST 为系统编码"),
        /** Warning: Flag is no number from 0 to 255; the packet counts as one without a Flag. */
        FLAG_UNREADABLE(
                false,
                "Flag is no number from 0 to 255",
                "Flag 不是 0 到 255 的数",
                "6.3.2, table 3: eight bits, written as a decimal number",
                "6.3.2 表 3：8 个二进制位，写成十进制数"),
        /** Warning: the Flag's bits 7 to 2 name no edition, or another than the device's, or one that has no RF. */
        FLAG_VERSION(
                false,
                "Flag's version does not fit",
                "Flag 的版本号不符",
                "6.3.2, table 3: bits 7 to 2 are 0 in 2005, 1 in 2017, 2 in 2025",
                "6.3.2 表 3：第 7 至 2 位在 2005 版为 0，2017 版为 1，2025 版为 2"),
        /** Warning: PNUM or PNO is no number of up to nine digits; it counts as absent. */
        PACKET_NUMBER_UNREADABLE(
                false,
                "PNUM or PNO is no number",
                "PNUM 或 PNO 不是数字",
                "6.3.2, table 3: PNUM and PNO are decimal numbers",
                "6.3.2 表 3：PNUM、PNO 为十进制数"),
        /**
         * Warning: Flag's bit 1 is set, and PNUM or PNO is not there. Not where 2005 prints it so, with neither of
         * them.
         */
        PACKET_NUMBERS_MISSING(
                false,
                "Flag says split, but PNUM or PNO is missing",
                "Flag 表示分包，但缺少 PNUM 或 PNO",
                "6.3.2, table 3: with Flag's bit 1, PNUM and PNO stand in the header",
                "6.3.2 表 3：Flag 第 1 位为 1 时须有 PNUM 和 PNO"),
        /** Warning: PNUM and PNO are there, and Flag's bit 1 is not set (2017 and later; 2005 prints it so). */
        PACKET_NUMBERS_UNANNOUNCED(
                false,
                "PNUM and PNO are there, but Flag does not say split",
                "有 PNUM 和 PNO，但 Flag 未表示分包",
                "6.3.2, table 3: PNUM and PNO stand in the header only with Flag's bit 1",
                "6.3.2 表 3：仅当 Flag 第 1 位为 1 时才有 PNUM 和 PNO"),
        /** Warning: PNO is 0, or greater than PNUM. */
        PACKET_NUMBER_RANGE(
                false,
                "PNO is none of 1 to PNUM",
                "PNO 不在 1 到 PNUM 之间",
                "6.3.2, table 3: PNO counts from 1 to PNUM",
                "6.3.2 表 3：PNO 从 1 计到 PNUM"),
        /** Warning: RF has another value than 1; the data count as live. */
        RF_VALUE(
                false,
                "RF is not 1",
                "RF 的值不是 1",
                "HJ 212-2025 table 3: RF=1 marks what is sent later; otherwise the field is left out",
                "HJ 212-2025 表 3：补传时为 RF=1，否则不出现该字段"),
        /** Error: there is no {@code CP=&&…&&}, or nothing readable in it. */
        CP_UNREADABLE(
                true,
                "the CP cannot be read",
                "数据区 CP 无法读取",
                "6.3.2, table 3: CP=&&…&& ends the data segment",
                "6.3.2 表 3：数据段以 CP=&&…&& 结束"),
        /**
         * Warning: a piece of the CP has no {@code =}. It is kept as a nameless field; digits of a list join the value
         * before them.
         */
        CP_FIELD(
                false,
                "something in the CP is not name=value",
                "数据区中有内容不是“名称=值”",
                "6.3.3: fields are name=value, separated by , and ;",
                "6.3.3：字段为“名称=值”，以 , 和 ; 分隔"),
        /**
         * Error: the CP is encrypted and no key is known; header and length are readable, the CRC cannot be checked.
         */
        ENCRYPTED(
                true,
                "the CP is encrypted",
                "数据区已加密",
                "HJ 212-2025 6.4: read and checked with the logger's key only",
                "HJ 212-2025 6.4：须用数采仪的密钥才能读取和校验"),
        /** Error: the CP is encrypted, and none of the keys on record gives a text whose CRC fits. */
        KEY_WRONG(
                true,
                "no key on record opens the CP",
                "登记的密钥都不能解密数据区",
                "HJ 212-2025 6.4.3: the keys on both sides are the same, renewed by 1014",
                "HJ 212-2025 6.4.3：双方密钥一致，由 1014 更换"),
        /** Warning: DataTime is in none of the forms in which loggers write times. */
        DATA_TIME_UNREADABLE(
                false,
                "DataTime is no date and time",
                "DataTime 不是日期时间",
                "6.3.3, table 4: yyyyMMddHHmmss",
                "6.3.3 表 4：yyyyMMddHHmmss"),
        /** Warning: measured more than ten minutes after it was sent, by the two times of the packet. */
        DATA_TIME_AFTER_QN(
                false,
                "DataTime lies after QN",
                "DataTime 晚于 QN",
                "6.3.3, table 4: DataTime is the time of measuring or the beginning of its period",
                "6.3.3 表 4：DataTime 为监测时刻或时段的开始"),
        /** Warning: DataTime lies before 2005; often the logger's clock has lost its battery. */
        DATA_TIME_EARLY(
                false,
                "DataTime lies before there was an HJ 212",
                "DataTime 早于 HJ 212 标准的发布",
                "6.3.3, table 4: DataTime is the time of measuring; the first edition is of 2005",
                "6.3.3 表 4：DataTime 为监测时刻；标准首版发布于 2005 年");

        private final boolean error;
        private final Words title;
        private final Words rule;

        Code(boolean error, String title, String titleZh, String rule, String ruleZh) {
            this.error = error;
            this.title = new Words(title, titleZh);
            this.rule = new Words(rule, ruleZh);
        }

        /** Whether a frame with this fault cannot be taken as data. */
        public boolean error() {
            return error;
        }

        /** The fault in a few English words. */
        public String title() {
            return title.en();
        }

        /** The fault in a few Chinese words. */
        public String titleZh() {
            return title.zh();
        }

        /** The clause, and what it says, in English. */
        public String rule() {
            return rule.en();
        }

        /** The clause, and what it says, in Chinese. */
        public String ruleZh() {
            return rule.zh();
        }
    }

    /** A run of bytes that belong to no frame. {@code beginning}: how it begins, in printable characters. */
    public static Problem noise(long length, String beginning) {
        return of(
                Code.NOISE,
                0,
                length + " bytes belong to no frame: " + beginning,
                length + " 个字节不属于任何报文：" + beginning,
                null,
                Long.toString(length));
    }

    static Problem of(
            Code code, int at, String message, String messageZh, @Nullable String declared, @Nullable String actual) {
        return new Problem(code, code.error(), message, messageZh, at, declared, actual, null, null);
    }

    Problem placed(int place) {
        return new Problem(code, error, message, messageZh, place, declared, actual, cause, causeZh);
    }

    /** The same with its cause; null: it cannot be told. */
    Problem because(@Nullable Words cause) {
        return cause == null
                ? this
                : new Problem(code, error, message, messageZh, at, declared, actual, cause.en(), cause.zh());
    }
}
