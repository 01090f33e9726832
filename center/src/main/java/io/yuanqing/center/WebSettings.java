package io.yuanqing.center;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the web server.
 *
 * @param longestBody bytes of one request's body; what people and programs register is a few thousand
 * @param longestUpload bytes of a body that is a file ({@code application/octet-stream}): an attachment, a workbook
 */
@ConfigurationProperties("yuanqing.web")
record WebSettings(
        @DefaultValue("1MB") DataSize longestBody,
        @DefaultValue("12MB") DataSize longestUpload) {}
