import Glibc
package import Phrases

/// The machine did not do what it was asked: a full disk, a folder that may not be written.
///
///     MachineFailure("write", "Output/index.html", ENOSPC).description
///     // "cannot write Output/index.html: No space left on device"
package struct MachineFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was to be done, as a verb: `write`.
  package let action: String
  /// The path it was to be done to, as the user knows it.
  package let path: String
  /// Why not, in the words of the operating system or ours.
  package let reason: String

  /// Makes a failure from the number that the system left in `errno`.
  package init(_ action: String, _ path: String, _ code: Int32) {
    self.init(action, path, because: String(cString: strerror(code)))
  }

  /// Makes a failure that the system has no number for.
  package init(_ action: String, _ path: String, because reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  package var description: String { phrase.english }

  /// What happened, in both languages; words of the system that nobody foresaw stay as they are.
  ///
  ///     MachineFailure("write", "Output/index.html", ENOSPC).phrase.chinese
  ///     // "无法写入 Output/index.html：磁盘空间不足"
  package var phrase: Phrase {
    let action = Self.actions[action] ?? action
    let reason = Self.reasons[reason] ?? reason
    let path = path == "standard output" ? "标准输出" : path
    return Phrase(
      zh: "无法\(action) \(path)：\(reason)",
      en: "cannot \(self.action) \(self.path): \(self.reason)")
  }

  private static let actions = [
    "open": "打开", "read": "读取", "read the name": "读取文件名", "write": "写入",
    "write in": "写入", "look at": "查看", "publish to": "发布到", "make the folder": "建立文件夹",
    "make a folder in": "建立文件夹于", "remove": "删除", "find the time zone": "找到时区",
    "watch": "监视", "listen on": "监听",
    "create": "建立", "link": "再起一个名字给", "list": "列出", "rename": "改名", "swap": "对调",
    "set the rights of": "设置权限于", "run": "运行", "start": "启动", "do": "完成", "draw": "画出",
    "evaluate": "执行", "hear": "收听", "make": "生成", "print": "打印", "seal": "加密", "send": "发送",
  ]

  private static let reasons = [
    "No such file or directory": "没有这个文件或文件夹", "Permission denied": "没有权限",
    "No space left on device": "磁盘空间不足", "Read-only file system": "文件系统只能读",
    "Not a directory": "不是文件夹", "Is a directory": "是文件夹", "File exists": "已经存在",
    "File name too long": "名字太长", "Too many open files": "打开的文件太多",
    "Input/output error": "磁盘读写出错", "Disk quota exceeded": "超出磁盘配额", "Bad file descriptor": "它是关着的",
    "it is not UTF-8": "不是 UTF-8", "not a file": "不是文件",
    "another build is writing to it": "另一次生成正在写入", "the work is over": "工作已经结束",
    "too many are left over": "留下的太多", "it has no folder around it": "它外面没有文件夹",
    "this names a folder, and a file is needed": "这里是文件夹，需要的是文件",
    "this machine does not know it": "这台机器不认识它", "it is not a link": "它不是链接",
    "fs.inotify.max_user_watches is used up": "fs.inotify.max_user_watches 已经用完",
    "Address already in use": "已有别的程序在用这个端口", "Cannot assign requested address": "这台机器没有这个地址",
    "it did not arrive as it was sent": "到的和发的不一样", "it is not installed": "没有安装",
    "it does not answer": "它没有回答", "it has ended": "它已经结束",
    "its parameters are no JSON": "它的参数不是 JSON", "no Chromium is installed": "没有安装 Chromium",
    "the PDF cannot be read": "读不出这个 PDF", "the browser gave no PDF": "浏览器没有给出 PDF",
    "the browser gave no picture": "浏览器没有给出图片",
    "the file system has just changed under it": "它下面的文件系统刚刚变了",
    "the machine's OpenSSL refuses": "这台机器的 OpenSSL 拒绝了",
    "its list of files is damaged": "它的文件清单坏了", "it is not what was built": "它不是刚才生成的内容",
  ]
}
